import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { rowsOf } from './damage';
import { Visitor } from './visitor';

const CREDENTIALS = 500;
const KILLS = 3;

let stack: Stack;
let owner: Visitor;
let ids: string[];
beforeAll(async () => {
  stack = await startStack();
  owner = await Visitor.owner(stack);
  ids = [];
  const hands = Array.from({ length: 6 }, async () => {
    while (ids.length < CREDENTIALS) {
      const at = ids.push('') - 1;
      const fields = { username: `user-${at}`, password: `value-${at}` };
      const made = await owner.must('POST', '/credentials', {
        organisationId: owner.organisationId,
        name: 'One',
        fields,
      });
      ids[at] = String(made.body.id);
    }
  });
  await Promise.all(hands);
}, 400_000);
afterAll(() => stack?.stop());

interface Progress {
  state: string;
  done: number;
  total: number;
}
const progress = async (): Promise<Progress> =>
  (await rowsOf<Progress>(stack, 'SELECT state, done, total FROM key_rotation ORDER BY started_at DESC LIMIT 1'))[0]!;
const underOldKey = async (): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    stack,
    'SELECT COUNT(*) AS n FROM credential_field WHERE CONV(HEX(SUBSTRING(`blob`, 3, 4)), 16, 10) = 1',
  );
  return Number(row?.n);
};

/** Lets each batch take a moment, so that there is time to kill between two of them on any machine. */
const SLOW = `CREATE TRIGGER st0r.slow_batches BEFORE UPDATE ON st0r.key_rotation
  FOR EACH ROW BEGIN IF NEW.done <> OLD.done THEN DO SLEEP(3); END IF; END`;

/** As soon as another batch was written; false when there is nothing left to kill. */
async function killedAfterNextBatch(before: number): Promise<boolean> {
  for (;;) {
    const { state, done } = await progress();
    if (state !== 'moving') return false;
    if (done > before) break;
    await sleep(5);
  }
  process.kill(stack.worker.pid, 'SIGKILL');
  await stack.worker.ended;
  // What the dead one held is free at once instead of when its lease runs out.
  await rowsOf(
    stack,
    "UPDATE job SET lease_until = UTC_TIMESTAMP(6) WHERE name = 'data_key.rotate' AND state = 'running'",
  );
  stack.startWorker();
  return true;
}

describe('a data key that is replaced while its worker is killed again and again', () => {
  it('goes on where it was: every value opens, none twice, none left behind', async () => {
    await rowsOf(stack, SLOW);
    await stack.operator('keys', 'rotate', 'vault', '--organisation', 'provider');
    let kills = 0;
    for (let before = 0; kills < KILLS && (await killedAfterNextBatch(before)); before = (await progress()).done)
      kills += 1;
    expect(kills).toBe(KILLS);
    await rowsOf(stack, 'DROP TRIGGER st0r.slow_batches');
    while ((await progress()).state === 'moving') await sleep(100);
    expect(await progress()).toMatchObject({ state: 'resting' });
    expect(await underOldKey()).toBe(0);
    expect(JSON.parse(await stack.operator('vault', 'verify'))).toMatchObject({ ok: true, findings: [] });
  }, 400_000);

  it('destroys the old key in the end, and every value is the one that was written', async () => {
    await rowsOf(stack, 'UPDATE key_rotation SET rested_at = rested_at - INTERVAL 1 HOUR');
    await rowsOf(stack, "UPDATE job SET due_at = UTC_TIMESTAMP(6) WHERE name = 'data_key.rotate' AND state = 'queued'");
    while ((await progress()).state !== 'done') await sleep(100);
    const states = await rowsOf(
      stack,
      "SELECT state FROM organisation_key WHERE purpose = 'vault' ORDER BY key_version",
    );
    expect(states).toEqual([{ state: 'destroyed' }, { state: 'active' }]);
    await owner.must('POST', '/auth/refresh');
    for (const at of [0, 7, 199, 200, 499]) {
      const read = await owner.must('GET', `/credentials/${ids[at]}`);
      expect(read.body.fields.username).toBe(`user-${at}`);
      const revealed = await owner.must('POST', `/credentials/${ids[at]}/fields/password/reveal`);
      expect(revealed.body.value).toBe(`value-${at}`);
    }
  }, 400_000);
});
