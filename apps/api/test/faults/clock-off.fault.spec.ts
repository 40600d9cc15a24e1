import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { findFaketime } from '../../../../tools/suite/system.mjs';
import { auditVerdict, rowsOf, untilSealed } from './damage';
import { ask, Visitor } from './visitor';

const MINUTES = 10;
const SECONDS = MINUTES * 60;
const library = findFaketime();

/** The settings of a process whose clock is off; only its calendar, so that timers still run. */
const off = (sign: '+' | '-'): NodeJS.ProcessEnv => ({
  LD_PRELOAD: library,
  FAKETIME: `${sign}${MINUTES}m`,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  DONT_FAKE_MONOTONIC: '1',
});

describe.skipIf(!library)('X04 API and worker with a clock ten minutes off', () => {
  let stack: Stack;
  let owner: Visitor;
  beforeAll(async () => {
    stack = await startStack();
    owner = await Visitor.owner(stack);
  }, 400_000);
  afterAll(() => stack?.stop());

  /** Both processes again, with another clock. */
  const restart = async (clock: NodeJS.ProcessEnv): Promise<void> => {
    await Promise.all([stack.api.stop(), stack.worker.stop()]);
    await stack.startApi(clock);
    stack.startWorker(clock);
  };
  const saysSo = async (words: string): Promise<void> => {
    const { body } = await ask(`${stack.url}/health/ready`);
    expect(String(body.checks.audit)).toMatch(
      new RegExp(`clock of this process is (5[89]|6[0-2])\\d seconds ${words}`),
    );
  };
  const sealsWell = async (): Promise<void> => {
    await untilSealed(stack, 60_000);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
    const [row] = await rowsOf<{ late: number }>(
      stack,
      'SELECT MAX(ABS(TIMESTAMPDIFF(SECOND, occurred_at, UTC_TIMESTAMP()))) AS late FROM event',
    );
    // The database gives events their time: a wrong clock elsewhere dates nothing wrongly.
    expect(Number(row?.late)).toBeLessThan(SECONDS);
  };

  it('behind: say so, take no token of a time to come and no code at all because those of their time were used, and seal a log that verifies', async () => {
    await restart(off('-'));
    await saysSo('behind');
    const early = await owner.addAsset('too early');
    expect([early.status, early.body.code]).toEqual([401, 'session.invalid']);
    expect((await owner.call('POST', '/auth/refresh')).status).toBeLessThan(300);
    expect((await owner.addAsset('behind')).status).toBe(201);
    for (const seconds of [0, -SECONDS])
      expect((await new Visitor(stack.url).as(owner).signIn(seconds)).status).toBe(401);
    await sealsWell();
  }, 240_000);

  it('ahead: say so, take no token and no code of the right time, and seal a log that verifies', async () => {
    const identity = owner.identity;
    await restart(off('+'));
    await saysSo('ahead of');
    const stale = await ask(`${stack.url}/api/v1/me`, { headers: identity });
    expect([stale.status, stale.body.code]).toEqual([401, 'session.expired']);
    expect((await owner.signIn()).status).toBe(401);
    expect((await owner.signIn(SECONDS)).status).toBeLessThan(300);
    expect((await owner.addAsset('ahead')).status).toBe(201);
    await sealsWell();
  }, 240_000);
});
