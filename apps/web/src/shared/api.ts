import { ApiProblem, problemOf } from './problem';
import { renewSession } from './refresh';
import { provePresence } from './step-up';

/** Query values; undefined ones are left out. */
export type Query = Record<string, string | number | boolean | undefined>;

type Options = {
  signal?: AbortSignal;
  ifMatch?: string;
  idempotencyKey?: string;
  /** Asks for a job that does it instead of the answer. */
  respondAsync?: boolean;
  /** Goes on while the page is closed; for a few bytes that nobody waits for. */
  keepalive?: boolean;
};
type Call = Options & { method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; path: string; body?: unknown };
/** A record with the entity tag to send back as If-Match. */
export type Tagged<T> = { data: T; etag: string | undefined };

/** A proof that was shown and refused: another session would not make it right, and it would be counted twice. */
const refusedProofs = new Set(['auth.code_wrong', 'passkey.refused']);

/** Answers of these say who may enter; a 401 from them is the answer, not an expired session. */
const gates = /^auth\/(login|totp$|passkeys|second-factor|refresh|links\/[^/]+$|logout)|^setup/;
let signedOut: () => void = () => undefined;

/** Says what to do when the session cannot be renewed; called once at start. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

/** The address below `/api/v1` with its query. */
export function addressOf(path: string, query: Query = {}): string {
  const values = Object.entries(query).filter((entry) => entry[1] !== undefined);
  const text = new URLSearchParams(values.map(([key, value]) => [key, String(value)])).toString();
  const base = path.replace(/^\/?(api\/v1\/)?/, '');
  return text ? `${base}${base.includes('?') ? '&' : '?'}${text}` : base;
}

async function send({ method, path, body, ifMatch, idempotencyKey, respondAsync, ...rest }: Call): Promise<Response> {
  const headers: Record<string, string> = { 'X-MSP': '1', accept: 'application/json, application/problem+json' };
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json';
  if (ifMatch) headers['if-match'] = ifMatch;
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (respondAsync) headers['prefer'] = 'respond-async';
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
  try {
    return await fetch(`/api/v1/${path}`, { ...rest, method, headers, body: payload, credentials: 'same-origin' });
  } catch (error) {
    if (rest.signal?.aborted) throw error;
    throw new ApiProblem(0, {
      code: 'network.unreachable',
      detail: 'The server does not answer. Check the connection.',
    });
  }
}

async function call(request: Call): Promise<Response> {
  const since = Date.now();
  const response = await send(request);
  if (response.ok) return response;
  if (response.status === 401 && !gates.test(request.path) && !refusedProofs.has(await codeOf(response))) {
    if (await renewSession(since)) return settle(await send(request), request);
    signedOut();
  }
  return settle(response, request);
}

const codeOf = async (response: Response): Promise<string> => (await problemOf(response.clone())).code;

/** Answers a request for a fresh proof once; everything else that is not 2xx is thrown. */
async function settle(response: Response, request: Call): Promise<Response> {
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code !== 'step_up.required' || !(await provePresence(String(problem.params['class'] ?? ''))))
    throw problem;
  const again = await send(request);
  if (!again.ok) throw await problemOf(again);
  return again;
}

async function parse<T>(response: Response): Promise<T> {
  return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
}

const withBody =
  (method: Call['method']) =>
  async <T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    parse<T>(await call({ method, path: addressOf(path), body, ...options }));

/**
 * The API over cookies. Paths are below `/api/v1` (`assets/123`); anything that is not 2xx throws an `ApiProblem`.
 * An expired session is renewed and a step-up is asked for before a call fails.
 */
export const api = {
  get: async <T>(path: string, query?: Query, options: Options = {}): Promise<T> =>
    parse<T>(await call({ method: 'GET', path: addressOf(path, query), ...options })),
  /** Like `get`, with the entity tag of the record. */
  getTagged: async <T>(path: string, options: Options = {}): Promise<Tagged<T>> => {
    const response = await call({ method: 'GET', path: addressOf(path), ...options });
    return { data: await parse<T>(response), etag: response.headers.get('etag') ?? undefined };
  },
  /** A file the API answers a POST with, as it came, and the name it gave it. */
  download: async (path: string, query?: Query): Promise<{ file: Blob; name: string }> => {
    const response = await call({ method: 'POST', path: addressOf(path, query), body: {} });
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return { file: await response.blob(), name: name ?? 'download' };
  },
  post: <T = void>(path: string, body: unknown = {}, options?: Options) => withBody('POST')<T>(path, body, options),
  patch: withBody('PATCH'),
  put: withBody('PUT'),
  delete: withBody('DELETE'),
};
