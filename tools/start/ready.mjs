import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../workspace/plain-error.mjs';

const PATIENCE = 90_000;

/** The address a browser on this machine uses. */
export function addressOf({ host, port }) {
  const anyHost = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host];
  return `http://${anyHost ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}

/** Waits until the API serves; answers 'ready', or 'sealed' when its keyring does not open this database. */
export async function untilServing(settings, service) {
  const until = Date.now() + PATIENCE;
  let gone;
  void service.ended.then((end) => (gone = end));
  while (!gone && Date.now() < until) {
    const state = await ask(`${addressOf(settings)}/health/ready`);
    if (state) return state;
    await sleep(100);
  }
  const sentence = gone
    ? `The API stopped while starting (exit code ${gone.code ?? gone.signal}).`
    : 'The API does not answer.';
  throw new PlainError(`${sentence} Its last words:`, [...service.lastWords(25), `The whole log: ${service.log}`]);
}

async function ask(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const words = await response.text();
    if (response.ok) return 'ready';
    return /"sealed"/.test(words) ? 'sealed' : undefined;
  } catch {
    return undefined;
  }
}
