import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { auditVerdict, rowsOf, runs, untilReady, untilSealed } from './damage';
import { isAway } from './mixed-writes';
import { ask, Visitor, type WireAnswer } from './visitor';

const PATIENCE_SECONDS = 3;
/** Waiting for a connection, then for an answer on it; the machine may be slow. */
const BOUND_MS = 30_000;

describe('a database that is frozen: it takes connections and says nothing', () => {
  let stack: Stack;
  let owner: Visitor;
  beforeAll(async () => {
    stack = await startStack({ DATABASE_TIMEOUT_SECONDS: String(PATIENCE_SECONDS) }, { memory: 'durable' });
    owner = await Visitor.owner(stack);
    expect((await owner.addAsset('before')).status).toBe(201);
    // A worker that is still starting ends without a database; here nobody would start it again.
    await untilSealed(stack, 60_000);
  }, 400_000);
  afterAll(async () => {
    if (stack?.database.pid) process.kill(stack.database.pid, 'SIGCONT');
    await stack?.stop();
  });

  const everySort = (at: number): Promise<WireAnswer>[] => [
    owner.call('GET', '/me'),
    owner.call('GET', '/assets?org=provider'),
    owner.addAsset(`during ${at}`),
    owner.call('POST', '/auth/login', { email: 'olga@provider.example', password: 'wrong wrong wrong' }),
    owner.call('POST', '/api/graphql', { query: '{ assets(first: 1) { nodes { id } } }' }),
  ];

  it('lets no request wait for ever: all of them end in a 503 problem, however many there are', async () => {
    process.kill(stack.database.pid, 'SIGSTOP');
    const began = Date.now();
    const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].flatMap(everySort));
    expect(answers.filter((answer) => !isAway(answer)).map(({ status, text }) => [status, text])).toEqual([]);
    expect(Date.now() - began).toBeLessThan(BOUND_MS);
    const ready = await ask(`${stack.url}/health/ready`);
    expect([ready.status, ready.body.status]).toEqual([503, 'not ready']);
    expect((await ask(`${stack.url}/health/live`)).status).toBe(200);
    expect(await runs(stack.api)).toBe(true);
  }, 120_000);

  it('is used again as soon as it answers; what was refused was not done, and the audit log is clean', async () => {
    process.kill(stack.database.pid, 'SIGCONT');
    await untilReady(stack, 30_000);
    expect((await owner.addAsset('after')).status).toBe(201);
    const kept = await rowsOf<{ name: string }>(stack, 'SELECT name FROM asset ORDER BY name');
    expect(kept.map(({ name }) => name)).toEqual(['after', 'before']);
    await untilSealed(stack, 60_000);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  }, 120_000);
});
