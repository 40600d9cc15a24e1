import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../test/world';
import { AccountDatabase } from './account-database';
import { isConflict } from './conflict';
import { Lease, LeaseLost } from './lease';

let world: World;
let [here, there]: AccountDatabase[] = [];

beforeAll(async () => {
  world = await aWorld();
  here = await AccountDatabase.open(world.settings, 'retention');
  there = await AccountDatabase.open(world.settings, 'application');
});
afterAll(async () => {
  await here!.close();
  await there!.close();
  await world.close();
});

const silence = (name: string): Promise<unknown> =>
  world.sql("UPDATE lease SET held_until = '2000-01-01' WHERE name = ?", [name]);

describe('what only one may do at a time', () => {
  it('is had by one of many who want it in the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, at) => Lease.take(at % 2 ? here! : there!, 'race')));
    expect(all.filter(Boolean)).toHaveLength(1);
    await Promise.all(all.map((lease) => lease?.end()));
  });

  it('is free again at once when it is given back', async () => {
    const first = (await Lease.take(here!, 'given'))!;
    expect(await Lease.take(there!, 'given')).toBeUndefined();
    await first.end();
    // A sign of life that was under way as it was given back.
    await expect(first.confirm(here!)).rejects.toBeInstanceOf(LeaseLost);
    const second = await Lease.take(there!, 'given');
    expect(second).toBeDefined();
    await second!.end();
  });

  it('stays with whoever lives, however long the work takes', async () => {
    const mine = (await Lease.take(here!, 'long'))!;
    await world.sql("UPDATE lease SET held_until = UTC_TIMESTAMP(6) + INTERVAL 6 SECOND WHERE name = 'long'");
    const began = Date.now();
    expect(await Lease.takeSoon(there!, 'long')).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(6_000);
    await mine.confirm(here!);
    await mine.end();
  });

  it('goes to the next one when its holder has gone silent, and the holder cannot go on', async () => {
    const mine = (await Lease.take(here!, 'silent'))!;
    await silence('silent');
    const theirs = (await Lease.take(there!, 'silent'))!;
    await expect(mine.confirm(here!)).rejects.toBeInstanceOf(LeaseLost);
    await mine.end();
    await theirs.confirm(there!);
    await theirs.end();
  });

  it('is not had by the old holder because the new one has given it back', async () => {
    const mine = (await Lease.take(here!, 'turns'))!;
    await silence('turns');
    const theirs = (await Lease.take(there!, 'turns'))!;
    await theirs.end();
    await expect(mine.confirm(here!)).rejects.toBeInstanceOf(LeaseLost);
    await mine.end();
  });

  it('proves nothing in a transaction that was taken back without a word, and nothing of that comes to pass', async () => {
    const mine = (await Lease.take(here!, 'vanished'))!;
    const session = await here!.session();
    const attempt = session.transaction(async () => {
      await mine.confirm(session);
      await session.query('ROLLBACK');
      await session.query("UPDATE lease SET term = term + 7 WHERE name = 'vanished'");
    });
    expect(isConflict(await attempt.catch((error: unknown) => error))).toBe(true);
    const nothingMore = session.transaction(async () => {
      await mine.confirm(session);
      await session.query('ROLLBACK');
    });
    expect(isConflict(await nothingMore.catch((error: unknown) => error))).toBe(true);
    await session.transaction(() => mine.confirm(session));
    await session.release();
    await mine.end();
  });
});
