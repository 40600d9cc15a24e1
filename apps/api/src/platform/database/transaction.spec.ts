import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aWorld, type World } from '../../../test/world';
import { RequestContext } from '../context';
import { asDomainError } from '../errors';
import { EventRecorder } from '../events';
import { Connections } from './connections';
import { Statements } from './statements';
import { UnitOfWork } from './unit-of-work';

let world: World;
/** What a new connection is asked before anything else. */
const READY = /^(?:CALL|SHOW VARIABLES LIKE 'wsrep_on')/;
let sent: string[];
/** The connection of the last statement. */
let line: { destroy(): void; query(text: string, done: (error: unknown) => void): void } | undefined;

beforeAll(async () => {
  world = await aWorld({ DATABASE_TIMEOUT_SECONDS: '2' });
  await world.sql('CREATE TABLE note (id INT PRIMARY KEY, text VARCHAR(40) NOT NULL)');
  await world.sql(`GRANT SELECT, INSERT, UPDATE, DELETE ON note TO '${world.database.application.user}'@'localhost'`);
  const connections = world.app.get(Connections);
  const send = connections.sendUntold.bind(connections);
  vi.spyOn(connections, 'sendUntold').mockImplementation((connection, statement) => {
    line = connection;
    if (!READY.test(statement.text)) sent.push(statement.text);
    return send(connection, statement);
  });
});
beforeEach(async () => {
  await world.sql('DELETE FROM note');
  sent = [];
});
afterAll(() => world.close());

const run = <T>(text: string, params: unknown[] = []): Promise<T> => world.app.get(Statements).run<T>(text, params);
const later = (text: string, params: unknown[] = [], refused?: (error: unknown) => unknown): void =>
  world.app.get(Statements).later({ text, params, refused });
const notes = async (): Promise<string[]> =>
  (await world.sql<{ text: string }>('SELECT text FROM note ORDER BY id')).map(({ text }) => text);
const ADD = 'INSERT INTO note (id, text) VALUES (?, ?)';

describe('a unit of work', () => {
  it('whose connection is gone between two statements says that the database is away', async () => {
    const lost = world.inside(async () => {
      await run(ADD, [1, 'one']);
      line?.destroy();
      await run(ADD, [2, 'two']);
    });
    expect(asDomainError(await lost.catch((error: unknown) => error))).toMatchObject({
      code: 'database.away',
      status: 503,
    });
    expect(await notes()).toEqual([]);
  });

  it('that only reads begins nothing', async () => {
    await world.inside(() => run('SELECT COUNT(*) AS n FROM note'));
    expect(sent).toEqual(['SELECT COUNT(*) AS n FROM note']);
  });

  it('begins with its first write, in the same trip, and ends with one more', async () => {
    const { affectedRows } = await world.inside(() => run<{ affectedRows: number }>(ADD, [1, 'one']));
    expect(affectedRows).toBe(1);
    expect(sent).toEqual([
      expect.stringMatching(/^BEGIN NOT ATOMIC START TRANSACTION; INSERT INTO note .*; END$/),
      expect.stringMatching(/^BEGIN NOT ATOMIC IF @@in_transaction = 0 THEN SIGNAL [^;]*; END IF; COMMIT; END$/),
    ]);
    expect(await notes()).toEqual(['one']);
  });

  it('sends what nobody waits for, the events and the commit together', async () => {
    await world.inside(async () => {
      later(ADD, [1, 'one']);
      later(ADD, [2, 'two']);
      world.app.get(EventRecorder).record({ action: 'note.written', category: 'api' });
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/START TRANSACTION;.*INTO note.*INTO note.*INTO event.*COMMIT; END$/);
    expect(await notes()).toEqual(['one', 'two']);
    expect(await world.events({ action: 'note.written' })).toHaveLength(1);
  });

  it.each(['later', 'at once', 'nothing more'])(
    'writes %s after its transaction was taken back without a word only anew and as a whole',
    async (how) => {
      let tries = 0;
      const action = `note.taken_back_${how.replace(/ /, '_')}`;
      await world.inside(async () => {
        tries += 1;
        await run(ADD, [1, 'one']);
        if (tries === 1) await new Promise((done) => line?.query('ROLLBACK', done));
        if (how === 'later') later(ADD, [2, 'two']);
        if (how === 'at once') await run(ADD, [2, 'two']);
        world.app.get(EventRecorder).record({ action, category: 'api' });
      });
      expect(tries).toBe(2);
      expect(await notes()).toEqual(how === 'nothing more' ? ['one'] : ['one', 'two']);
      expect(await world.events({ action })).toHaveLength(1);
    },
  );

  it('is not needed for a single write, which travels in one text with whatever makes it meet other rows', async () => {
    await world.app.get(Statements).among([randomUUID()], ADD, [1, 'one']);
    expect(sent).toEqual([
      'BEGIN NOT ATOMIC SET @held_scope = ?, @held_proof = ?; INSERT INTO note (id, text) VALUES (?, ?); END',
    ]);
    expect(await notes()).toEqual(['one']);
  });

  it('sees its own writes, also those that were waiting, and nobody else sees them before the commit', async () => {
    await world.inside(async () => {
      later(ADD, [1, 'one']);
      expect(await run('SELECT text FROM note')).toEqual([{ text: 'one' }]);
      expect(await notes()).toEqual([]);
      later('UPDATE note SET text = ? WHERE id = ?', ['changed', 1]);
      expect(await run('SELECT text FROM note WHERE id = 1')).toEqual([{ text: 'changed' }]);
    });
    expect(await notes()).toEqual(['changed']);
  });

  it('answers how many rows its first write changed', async () => {
    await world.sql("INSERT INTO note VALUES (1, 'one'), (2, 'two')");
    const change = (text: string, where: string): Promise<{ affectedRows: number }> =>
      world.inside(() => run(`UPDATE note SET text = ? WHERE ${where}`, [text]));
    expect((await change('x', 'id IN (1, 2)')).affectedRows).toBe(2);
    expect((await change('x', 'id = 1')).affectedRows).toBe(1);
    expect((await change('x', 'id = 9')).affectedRows).toBe(0);
  });

  it('answers the rows of a first write that returns some, and of a first read that locks', async () => {
    expect(await world.inside(() => run(`${ADD} RETURNING id, text`, [1, 'one']))).toEqual([{ id: 1, text: 'one' }]);
    expect(await world.inside(() => run('SELECT text FROM note WHERE id = 1 FOR UPDATE'))).toEqual([{ text: 'one' }]);
  });

  it('undoes everything when it fails, before or at the commit', async () => {
    const failing = world.inside(async () => {
      await run(ADD, [1, 'one']);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const doubled = world.inside(async () => {
      later(ADD, [1, 'one']);
      later(ADD, [1, 'again']);
    });
    await expect(doubled).rejects.toMatchObject({ driverError: { errno: 1062 } });
    expect(await notes()).toEqual([]);
  });

  it('lets the statement that was refused say what its refusal means', async () => {
    await world.sql("INSERT INTO note VALUES (2, 'two')");
    const refusal = (word: string) => (): Error => new Error(word);
    const work = world.inside(async () => {
      later(ADD, [1, 'one'], refusal('not this one'));
      later(ADD, [2, 'again'], refusal('this one'));
      later(ADD, [3, 'three'], refusal('nor this one'));
    });
    await expect(work).rejects.toThrow(/^this one$/);
    expect(await notes()).toEqual(['two']);
  });

  it('keeps what runs apart, whatever becomes of the rest', async () => {
    const work = world.inside(async () => {
      await run(ADD, [1, 'lost']);
      await world.app.get(UnitOfWork).runApart(() => run(ADD, [2, 'kept']));
      throw new Error('failed');
    });
    await expect(work).rejects.toThrow('failed');
    expect(await notes()).toEqual(['kept']);
  });

  it('that is over takes no more writes', async () => {
    let dangling: Promise<unknown> = Promise.resolve();
    await world.inside(async () => {
      dangling = new Promise((resolve) => setTimeout(resolve, 20)).then(() => run(ADD, [1, 'late']));
      dangling.catch(() => undefined);
    });
    await expect(dangling).rejects.toThrow('over');
    expect(await notes()).toEqual([]);
  });

  it('works side by side with others of the same request', async () => {
    await world.app.get(RequestContext).run({ requestId: 'r', ip: null, userAgent: null }, async () => {
      const work = world.app.get(UnitOfWork);
      await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((id) => work.run(() => run(ADD, [id, `n${id}`]))));
    });
    expect(await notes()).toHaveLength(8);
  });
});

describe('the database', () => {
  it('that does not answer in time is given up, and the next request finds another connection', async () => {
    const began = Date.now();
    await expect(run('SELECT SLEEP(6)')).rejects.toMatchObject({ code: 'PROTOCOL_SEQUENCE_TIMEOUT' });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('answers values alike whether a statement was prepared or sent as text', async () => {
    const columns = `1.50 AS decimals, CAST('2026-01-02 03:04:05.678' AS DATETIME(6)) AS moment, DATE '2026-01-02' AS day,
      CAST(9007199254740993 AS UNSIGNED) AS large, 7 AS small, TRUE AS flag, NULL AS nothing, UNHEX('00ff') AS bytes,
      CAST('018f2f60-0000-7000-8000-000000000001' AS UUID) AS id, 0.1e0 AS floating, 'ü' AS text`;
    const [prepared] = await run<object[]>(`SELECT ${columns}, ? AS given, ? AS empty`, ['x', null]);
    const [text] = await run<object[]>(`SELECT ${columns}, ? AS given, ? AS empty FROM (SELECT 1) AS t`, ['x', null]);
    expect(prepared).toEqual(text);
    expect(prepared).toMatchObject({ moment: '2026-01-02 03:04:05.678000', large: '9007199254740993' });
  });

  it('takes values alike, whole numbers as whole numbers', async () => {
    const json = "SELECT JSON_SET('{}', '$.n', ?) AS json, ? + 1 AS sum, ? AS flag";
    const [prepared] = await run<object[]>(json, [1234567890123, 4, true]);
    expect(prepared).toEqual({ json: '{"n": 1234567890123}', sum: '5', flag: 1 });
  });
});

describe('a moment', () => {
  it('is the same text however the statement travelled, on a whole second and at midnight too', async () => {
    const moments = ['2026-11-26 14:38:52.000000', '2026-11-26 00:00:00.000000', '2026-11-26 14:38:52.120000'];
    const select = moments.map((at, place) => `CAST('${at}' AS DATETIME(6)) AS m${place}`).join(', ');
    const [plain] = await run<object[]>(`SELECT ${select}`);
    const [prepared] = await run<object[]>(`SELECT ${select} FROM DUAL WHERE 1 = ?`, [1]);
    expect(Object.values(plain ?? {})).toEqual(moments);
    expect(Object.values(prepared ?? {})).toEqual(moments);
  });
});
