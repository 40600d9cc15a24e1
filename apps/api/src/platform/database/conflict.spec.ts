import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { meetingTwice } from '../../../test/meeting-twice';
import { aWorld, type World } from '../../../test/world';
import { RequestContext } from '../context';
import { asDomainError } from '../errors';
import { EventRecorder } from '../events';
import { StatementRefused } from './statement';
import { Statements } from './statements';
import { UnitOfWork } from './unit-of-work';

let world: World;

beforeAll(async () => {
  world = await aWorld({ DATABASE_TIMEOUT_SECONDS: '4' });
  await world.sql('CREATE TABLE pair (id INT PRIMARY KEY, n INT NOT NULL)');
  await world.sql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pair TO '${world.database.application.user}'@'localhost'`);
});
beforeEach(async () => {
  await world.sql('DELETE FROM pair');
  await world.sql('INSERT INTO pair VALUES (1, 0), (2, 0)');
});
afterAll(() => world.close());

const run = <T>(text: string, params: unknown[] = []): Promise<T> => world.app.get(Statements).run<T>(text, params);
const work = (): UnitOfWork => world.app.get(UnitOfWork);
const raise = (id: number): Promise<unknown> => run('UPDATE pair SET n = n + 1 WHERE id = ?', [id]);
const record = (action: string): string => world.app.get(EventRecorder).record({ action, category: 'api' });
const numbers = async (): Promise<number[]> =>
  (await world.sql<{ n: number }>('SELECT n FROM pair ORDER BY id')).map(({ n }) => n);
/** The database's own words for a deadlock, as often as one likes. */
const refuse = (): Promise<unknown> => run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213");

/** Lets everybody go on once all of them have come, and whoever comes later at once. */
function meeting(people: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come >= people) open();
    return all;
  };
}

describe('two units of work that lock each other out', () => {
  it('both come to their end, each with its events and its acts once', async () => {
    const met = meeting(2);
    const told: string[] = [];
    let tries = 0;
    const unit = (name: string, [first, second]: [number, number]): Promise<unknown> =>
      world.inside(async () => {
        tries += 1;
        await raise(first);
        record(`pair.${name}`);
        work().afterCommit(() => void told.push(name));
        await met();
        await raise(second);
        return name;
      });
    const ended = await Promise.all([unit('left', [1, 2]), unit('right', [2, 1])]);
    expect(ended).toEqual(['left', 'right']);
    expect(tries).toBe(3);
    expect(await numbers()).toEqual([2, 2]);
    expect(told.toSorted()).toEqual(['left', 'right']);
    expect(await world.events({ action: 'pair.left' })).toHaveLength(1);
    expect(await world.events({ action: 'pair.right' })).toHaveLength(1);
  });
});

describe('a unit of work the database takes back', () => {
  it('begins anew as a whole, also where a piece of it was tried by itself', async () => {
    let [tries, refused] = [0, 0];
    await world.inside(async () => {
      tries += 1;
      await raise(1);
      // Whoever tries a piece may take its failure for an answer; here there is nothing left to go on with.
      await work()
        .attempt(async () => {
          await raise(2);
          if (tries === 1) await refuse();
        })
        .catch(() => (refused += 1));
      record('pair.raised');
    });
    expect({ tries, refused }).toEqual({ tries: 2, refused: 1 });
    expect(await numbers()).toEqual([1, 1]);
    expect(await world.events({ action: 'pair.raised' })).toHaveLength(1);
  });

  it('begins with the actor, the scope and the rights it began with', async () => {
    const seen: unknown[] = [];
    const context = world.app.get(RequestContext);
    await world.inside(async () => {
      seen.push([context.actorIfAny?.name, context.rights]);
      context.become({ type: 'user', id: 'a', name: 'Anna', platformAdmin: false, grants: new Map() });
      context.releaseRights();
      await raise(1);
      if (seen.length === 1) await refuse();
    });
    expect(seen).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('for ever says after a few tries that others are at it, and leaves nothing', async () => {
    let tries = 0;
    const thrown = await world
      .inside(async () => {
        tries += 1;
        record('pair.never');
        await raise(1);
        // Words somebody found for it do not make it another failure.
        await refuse().catch(() => {
          throw new Error('That did not work.');
        });
      })
      .catch((error: unknown) => error);
    expect(tries).toBeGreaterThan(2);
    expect(asDomainError(thrown)).toMatchObject({
      status: 409,
      code: 'record.busy',
      facts: { retryable: true, headers: { 'retry-after': '1' } },
    });
    expect(await numbers()).toEqual([0, 0]);
    expect(await world.events({ action: 'pair.never' })).toEqual([]);
  });

  it('is given what it did beside itself, and does that once', async () => {
    const done: number[] = [];
    let tries = 0;
    const answer = await world.inside(async () => {
      tries += 1;
      const kept = await work().runApart(async () => {
        await raise(2);
        return done.push(tries);
      }, 'raised beside');
      await raise(1);
      if (tries < 3) await refuse();
      return kept;
    });
    expect({ tries, done, answer }).toEqual({ tries: 3, done: [1], answer: 1 });
    expect(await numbers()).toEqual([1, 1]);
  });

  it('is not tried again after something beside it that has no name', async () => {
    let tries = 0;
    const thrown = await world
      .inside(async () => {
        tries += 1;
        await work().runApart(() => raise(2));
        await raise(1);
        await refuse();
      })
      .catch((error: unknown) => error);
    expect(tries).toBe(1);
    expect(asDomainError(thrown)).toMatchObject({ code: 'record.busy' });
    expect(await numbers()).toEqual([0, 1]);
  });

  it('is not tried again for any other refusal', async () => {
    let tries = 0;
    const thrown = await world
      .inside(async () => {
        tries += 1;
        await run('INSERT INTO pair VALUES (1, 1)');
      })
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(StatementRefused);
    expect(tries).toBe(1);
  });
});

describe('a single statement outside of a unit of work', () => {
  it('is sent again after a deadlock', async () => {
    await meetingTwice(world, 'pair', 'UPDATE', async () => void (await raise(1)));
    expect(await numbers()).toEqual([1, 0]);
  });
});
