import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { auditVerdict, killApi, rowsOf, runs, untilReady, untilSealed } from './damage';
import { MixedWrites, type Written } from './mixed-writes';
import { Visitor } from './visitor';

const TIMES = 20;
const NOUNS = ['asset', 'contact', 'credential'];

/** Lets people write for a moment that is different each time, so that the cut falls into every step of a write. */
const aMoment = (time: number): Promise<void> => sleep(100 + time * 19);

describe('U09 X01 killing API and database, twenty times each, while people write', () => {
  let stack: Stack;
  let owner: Visitor;
  let writes: MixedWrites;
  beforeAll(async () => {
    stack = await startStack({}, { memory: 'durable' });
    owner = await Visitor.owner(stack);
    // A worker that is still starting ends without a database; here nobody would start it again.
    await untilSealed(stack, 60_000);
    writes = new MixedWrites(owner);
    writes.start(6);
    for (let time = 0; time < TIMES; time += 1) {
      await aMoment(time);
      await killApi(stack);
      await stack.startApi();
      await aMoment(time);
      await stack.database.kill9();
      await sleep(100);
      await stack.startDatabase();
      await untilReady(stack);
      // On a busy machine all of this outlasts an access token.
      if (time % 4 === 3) await owner.must('POST', '/auth/refresh');
    }
    await aMoment(TIMES);
    await writes.stop();
  }, 1_200_000);
  afterAll(() => stack?.stop());

  const rows = async (noun: string): Promise<Map<string, { id: string; version: number }>> => {
    const found = await rowsOf<{ id: string; name: string; version: number }>(
      stack,
      `SELECT id, name, version FROM ${noun}`,
    );
    return new Map(found.map((row) => [row.name, row]));
  };

  it('was hit in the middle of work, and answered "not now" or nothing, never a 500', () => {
    expect(writes.acknowledged.length).toBeGreaterThan(TIMES * 4);
    expect(writes.away).toBeGreaterThan(TIMES);
    expect(writes.strange.slice(0, 5).join('\n')).toBe('');
  });

  it.each(NOUNS)('kept every acknowledged %s with every acknowledged change', async (noun) => {
    const present = await rows(noun);
    const lost = (one: Written): boolean => {
      const row = present.get(one.name);
      return row?.id !== one.id || row === undefined || row.version < 1 + one.changes;
    };
    const mine = writes.acknowledged.filter((one) => one.noun === noun);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.filter(lost)).toEqual([]);
    const doubled = (one: Written): boolean =>
      (present.get(one.name)?.version ?? 0) > 1 + one.changes + one.doubtfulChanges;
    expect(mine.filter(doubled)).toEqual([]);
  });

  it.each(NOUNS)(
    'has one creation event and one event per change for each %s, and no event without its row',
    async (noun) => {
      const wrong = await rowsOf(
        stack,
        `SELECT r.id, r.version, COUNT(e.n) AS events, SUM(e.action = ?) AS created
       FROM ${noun} r LEFT JOIN event e ON e.target_id = r.id AND e.action IN (?, ?)
       GROUP BY r.id, r.version HAVING created IS NULL OR created <> 1 OR events <> r.version`,
        [`${noun}.created`, `${noun}.created`, `${noun}.updated`],
      );
      expect(wrong).toEqual([]);
      const orphans = await rowsOf(
        stack,
        `SELECT e.n, e.action FROM event e LEFT JOIN ${noun} r ON r.id = e.target_id WHERE e.target_type = ? AND r.id IS NULL`,
        [noun],
      );
      expect(orphans).toEqual([]);
    },
  );

  it('did what was in doubt exactly once although it was sent again and again with its key', async () => {
    expect(writes.repeated).toBeGreaterThan(TIMES);
    for (const noun of NOUNS) {
      const sent = writes.acknowledged.filter((one) => one.noun === noun).map((one) => one.name);
      const [count] = await rowsOf<{ all: number; names: number }>(
        stack,
        `SELECT COUNT(*) AS \`all\`, COUNT(DISTINCT name) AS names FROM ${noun} WHERE name IN (?)`,
        [sent],
      );
      expect(count).toEqual({ all: sent.length, names: sent.length });
    }
  });

  it('has a clean audit log once the worker, which survived all of it, has sealed', async () => {
    expect(await runs(stack.worker)).toBe(true);
    await untilSealed(stack);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  });

  it('has a vault in which everything opens', async () => {
    const report = JSON.parse(await stack.operator('vault', 'verify')) as { ok: boolean };
    expect(report.ok).toBe(true);
  });

  it('keeps people signed in', async () => {
    expect((await owner.call('POST', '/auth/refresh')).status).toBe(204);
    expect((await owner.call('GET', '/me')).status).toBe(200);
  });
});
