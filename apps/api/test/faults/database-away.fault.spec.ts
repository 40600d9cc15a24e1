import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { auditVerdict, runs, untilReady, untilSealed } from './damage';
import { isAway } from './mixed-writes';
import { ask, Visitor, type WireAnswer } from './visitor';

const BOUND_MS = 10_000;

describe('a database that is stopped for a while', () => {
  let stack: Stack;
  let owner: Visitor;
  beforeAll(async () => {
    stack = await startStack();
    owner = await Visitor.owner(stack);
    // A worker that is still starting would give up and leave it to its supervisor.
    await untilSealed(stack, 120_000);
  }, 400_000);
  afterAll(() => stack?.stop());

  const everySort = (): Promise<WireAnswer>[] => [
    owner.call('GET', '/me'),
    owner.call('GET', '/assets?org=provider'),
    owner.addAsset('during'),
    owner.call('POST', '/auth/login', { email: 'olga@provider.example', password: 'wrong wrong wrong' }),
    owner.call('POST', '/auth/refresh'),
    owner.call('POST', '/api/graphql', { query: '{ assets(first: 1) { nodes { id } } }' }),
  ];

  it('is said to be away, at once and in a problem answer, to every sort of request', async () => {
    await owner.must('GET', '/me');
    await stack.database.stop();
    const began = Date.now();
    const answers = await Promise.all([...everySort(), ...everySort(), ...everySort()]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [503, 'database.away']));
    expect(answers.every(isAway)).toBe(true);
    expect(Date.now() - began).toBeLessThan(BOUND_MS);
    const ready = await ask(`${stack.url}/health/ready`);
    expect([ready.status, ready.body.status]).toEqual([503, 'not ready']);
    expect((await ask(`${stack.url}/health/live`)).status).toBe(200);
  });

  it('is used again within five seconds after it is back, without any restart', async () => {
    await stack.startDatabase();
    expect(await untilReady(stack)).toBeLessThan(5_000);
    expect((await owner.addAsset('after')).status).toBe(201);
    const list = await owner.must('GET', '/assets?org=provider');
    expect(list.body.data.map((one: { name: string }) => one.name)).toEqual(['after']);
    expect([await runs(stack.api), await runs(stack.worker)]).toEqual([true, true]);
    await untilSealed(stack);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  }, 120_000);
});
