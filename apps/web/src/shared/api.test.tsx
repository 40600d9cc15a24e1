import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, api, onSignedOut } from './api';
import { isProblem } from './problem';
import { onStepUp } from './step-up';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
const sent: { url: string; init: RequestInit }[] = [];
let answers: Record<string, Answer[]>;

beforeEach(() => {
  answers = {};
  sent.length = 0;
  localStorage.clear();
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    const answer = answers[`${init.method} ${url}`]?.shift();
    if (!answer) throw new TypeError('unreachable');
    const { status = 200, body, headers } = answer;
    return new Response(status === 204 ? null : JSON.stringify(body ?? {}), { status, headers });
  });
});
afterEach(() => vi.unstubAllGlobals());

const headersOf = (at: number) => sent[at]?.init.headers as Record<string, string>;
const refused = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (isProblem(error) ? error : undefined),
  );
const unauthorized = { status: 401, body: { code: 'session.missing' } };

describe('a call of the API', () => {
  it('carries the header that forms of other sites cannot send, and no token', async () => {
    answers = { 'GET /api/v1/assets?q=fw+1': [{ body: { data: [] } }] };
    await api.get('assets', { q: 'fw 1', org: undefined });
    expect(headersOf(0)['X-MSP']).toBe('1');
    expect(headersOf(0)).not.toHaveProperty('authorization');
    expect(sent[0]?.init.credentials).toBe('same-origin');
  });
  it('sends JSON with the version and the key it was given', async () => {
    answers = { 'PATCH /api/v1/assets/7': [{ body: { id: '7' } }] };
    await api.patch('/api/v1/assets/7', { name: 'fw' }, { ifMatch: '"v3"', idempotencyKey: 'k' });
    expect(headersOf(0)).toMatchObject({
      'content-type': 'application/json',
      'if-match': '"v3"',
      'idempotency-key': 'k',
    });
    expect(sent[0]?.init.body).toBe('{"name":"fw"}');
  });
  it('keeps the entity tag of a record', async () => {
    answers = { 'GET /api/v1/assets/7': [{ body: { id: '7' }, headers: { etag: '"v3"' } }] };
    expect(await api.getTagged('assets/7')).toEqual({ data: { id: '7' }, etag: '"v3"' });
  });
  it('throws the problem with its fields and the request id', async () => {
    const body = {
      code: 'input.invalid',
      detail: 'No.',
      requestId: 'r-1',
      errors: [{ pointer: '/name', code: 'text.max' }],
    };
    answers = { 'POST /api/v1/assets': [{ status: 400, body }] };
    expect(await refused(api.post('assets', {}))).toMatchObject({ ...body, status: 400 });
  });
  it('shows a refused proof once: another session would not make it right', async () => {
    const body = { code: 'auth.code_wrong', detail: 'No.' };
    answers = { 'POST /api/v1/auth/step-up': [{ status: 401, body }] };
    expect(await refused(api.post('auth/step-up', {}))).toMatchObject({ code: 'auth.code_wrong', status: 401 });
    expect(sent).toHaveLength(1);
  });
  it('says in words that the server does not answer', async () => {
    expect(await refused(api.get('assets'))).toMatchObject({ status: 0, code: 'network.unreachable' });
  });
  it('puts a query behind a path that has one', () => {
    expect(addressOf('assets?a=1', { b: 2 })).toBe('assets?a=1&b=2');
  });
});

describe('an expired session', () => {
  it('is renewed once for calls that fail together, and the calls are repeated', async () => {
    answers = {
      'GET /api/v1/a': [unauthorized, { body: 1 }],
      'GET /api/v1/b': [unauthorized, { body: 2 }],
      'POST /api/v1/auth/refresh': [{ status: 200 }],
    };
    expect(await Promise.all([api.get('a'), api.get('b')])).toEqual([1, 2]);
    expect(sent.filter(({ url }) => url.endsWith('refresh'))).toHaveLength(1);
  });
  it('counts as renewed when another window was faster', async () => {
    answers = { 'GET /api/v1/a': [unauthorized, { body: 1 }], 'POST /api/v1/auth/refresh': [{ status: 409 }] };
    expect(await api.get('a')).toBe(1);
  });
  it('ends at the sign-in page when it cannot be renewed', async () => {
    const signedOut = vi.fn();
    onSignedOut(signedOut);
    answers = { 'GET /api/v1/a': [unauthorized], 'POST /api/v1/auth/refresh': [unauthorized] };
    expect(await refused(api.get('a'))).toMatchObject({ status: 401 });
    expect(signedOut).toHaveBeenCalledOnce();
  });
  it('is not looked for when the password was wrong', async () => {
    answers = { 'POST /api/v1/auth/login': [{ status: 401, body: { code: 'sign_in.failed' } }] };
    expect(await refused(api.post('auth/login', {}))).toMatchObject({ code: 'sign_in.failed' });
    expect(sent).toHaveLength(1);
  });
});

describe('a sensitive call', () => {
  const stepUp = { status: 403, body: { code: 'step_up.required', params: { class: 'reveal' } } };
  it('is repeated after a fresh proof for its class', async () => {
    const asked: string[] = [];
    const stop = onStepUp(({ className, answer }) => {
      asked.push(className);
      answer(true);
    });
    answers = { 'POST /api/v1/credentials/1/reveal': [stepUp, { body: { secret: 'x' } }] };
    expect(await api.post('credentials/1/reveal')).toEqual({ secret: 'x' });
    expect(asked).toEqual(['reveal']);
    stop();
  });
  it('fails as refused when the person turns the question down', async () => {
    const stop = onStepUp(({ answer }) => answer(false));
    answers = { 'POST /api/v1/credentials/1/reveal': [stepUp] };
    expect(await refused(api.post('credentials/1/reveal'))).toMatchObject({ code: 'step_up.required' });
    expect(sent).toHaveLength(1);
    stop();
  });
  it('is not repeated for any other refusal', async () => {
    answers = { 'POST /api/v1/a': [{ status: 403, body: { code: 'permission.missing' } }] };
    expect(await refused(api.post('a'))).toMatchObject({ code: 'permission.missing' });
    expect(sent).toHaveLength(1);
  });
});
