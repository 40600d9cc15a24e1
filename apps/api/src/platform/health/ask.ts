const PATIENCE_MS = 4_000;
const ANY_HOST: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** What the API says about itself. */
export interface ApiState {
  says: string;
  /** It answers, ready or sealed. */
  serves: boolean;
  ready: boolean;
}

/** Asks the API of this machine whether it is ready. */
export async function askApi(host: string, port: number): Promise<ApiState> {
  const address = `http://${ANY_HOST[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { status = 'unknown', checks = {} } = (await response.json()) as { status?: string; checks?: object };
    const reasons = Object.entries(checks).filter(([, said]) => said !== 'ok');
    const says = [`The API is ${status}.`, ...reasons.map(([name, said]) => `${name}: ${String(said)}`)].join(' ');
    return { says, serves: response.ok || status === 'sealed', ready: response.ok };
  } catch (error) {
    return { says: `The API does not answer at ${address} (${reasonOf(error)}).`, serves: false, ready: false };
  }
}

const reasonOf = (error: unknown): string => {
  const { cause, name } = error as { cause?: { code?: string }; name: string };
  return cause?.code ?? name;
};
