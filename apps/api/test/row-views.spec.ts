import { createConnection, type Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchedTables } from './scope-listener';
import { aWorld, type TestOrganisation, type World } from './world';
import { RequestContext } from '../src/platform/context';
import { Sql, UnitOfWork } from '../src/platform/database';
import { migrate } from '../src/migrate';
import { HeldRows } from '../src/platform/database/row-views/held-rows';
import { rowViewDrift } from '../src/platform/database/row-views/row-view-drift';
import { applyRowViews, routinesOff, type OwnerDoor } from '../src/platform/database/row-views/row-views';
import { ALL_ROWS, NO_ROWS, rowScope, type RowScope } from '../src/platform/database/row-views/row-scope';
import { organisationTables, viewsOf } from '../src/platform/database/row-views/rows-of-organisations';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let app: Connection;
const held = new HeldRows();

/** The application's account on a connection of its own, past everything the house puts before its statements. */
async function signedIn(): Promise<Connection> {
  const { socket, name, application } = world.database;
  return createConnection({ socketPath: socket, database: name, ...application });
}

async function hold(scope: RowScope, connection = app): Promise<void> {
  const ask = async ({ text, params }: { text: string; params: readonly unknown[] }): Promise<unknown> =>
    (await connection.query(text, params as unknown[]))[0];
  await held.prepare(connection, ask);
  await ask(held.turn(connection, scope));
}

const rowsOf = async (text: string, params: unknown[] = [], connection = app): Promise<Record<string, unknown>[]> =>
  (await connection.query(text, params))[0] as Record<string, unknown>[];

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );

beforeAll(async () => {
  world = await aWorld();
  [acme, globex] = [await world.organisation('Acme'), await world.organisation('Globex')];
  const owner = await world.person({
    roles: [
      [acme, 'owner'],
      [globex, 'owner'],
    ],
  });
  for (const { id: organisationId, name } of [acme, globex])
    for (const at of [1, 2]) await owner.post('/contacts', { organisationId, name: `${name} ${at}` });
  app = await signedIn();
});
afterAll(async () => {
  await app.end();
  await world.close();
});

const names = async (connection = app): Promise<unknown[]> =>
  (await rowsOf('SELECT name FROM held_contact ORDER BY name', [], connection)).map(({ name }) => name);

describe('R10 rows of organisations, for the account of the application', () => {
  it('are out of reach in their tables, whatever is done to them', async () => {
    const { id } = acme;
    expect(organisationTables().length).toBeGreaterThan(20);
    const unwatched = organisationTables().filter(({ table }) => !watchedTables().has(table));
    expect(unwatched).toEqual([]);
    await hold(ALL_ROWS);
    for (const { table } of organisationTables()) {
      expect([table, await codeOf(rowsOf(`SELECT 1 FROM ${table} LIMIT 1`))]).toEqual([
        table,
        'ER_TABLEACCESS_DENIED_ERROR',
      ]);
      expect([table, await codeOf(rowsOf(`DELETE FROM ${table}`))]).toEqual([table, 'ER_TABLEACCESS_DENIED_ERROR']);
    }
    for (const text of [
      'UPDATE contact SET name = 1 WHERE id = ?',
      'INSERT INTO contact (id) VALUES (?)',
      'SELECT (SELECT COUNT(*) FROM contact WHERE id = ?)',
      'TRUNCATE contact',
      'DROP VIEW held_contact',
      'CREATE OR REPLACE VIEW held_contact AS SELECT 1',
    ])
      expect([text, await codeOf(rowsOf(text, [id]))]).toEqual([text, expect.stringMatching(/DENIED/)]);
  });

  it('are nowhere without a context, in no view', async () => {
    const bare = await signedIn();
    for (const view of organisationTables().flatMap(viewsOf))
      expect([view, await rowsOf(`SELECT COUNT(*) AS n FROM ${view}`, [], bare)]).toEqual([view, [{ n: 0 }]]);
    await bare.end();
  });

  it('are those of the context and of nobody else, also when it changes from one statement to the next', async () => {
    const text = 'SELECT name FROM held_contact ORDER BY name';
    for (let round = 0; round < 300; round += 1) {
      const [scope, expected] = [
        [rowScope([acme.id]), ['Acme 1', 'Acme 2']],
        [rowScope([globex.id]), ['Globex 1', 'Globex 2']],
        [NO_ROWS, []],
        [rowScope([globex.id, acme.id]), ['Acme 1', 'Acme 2', 'Globex 1', 'Globex 2']],
        [ALL_ROWS, ['Acme 1', 'Acme 2', 'Globex 1', 'Globex 2']],
      ][(round * 7) % 5] as [RowScope, string[]];
      await hold(scope);
      // Prepared once, executed with another context each time.
      const [rows] = (await app.execute(text)) as unknown as [{ name: string }[]];
      expect(rows.map(({ name }) => name)).toEqual(expected);
    }
  });

  it('can neither be given to another organisation nor taken from one', async () => {
    await hold(rowScope([acme.id]));
    const same = 'created_at, updated_at, name, sort_name, is_primary, is_billing, is_technical';
    const insert = `INSERT INTO held_contact (id, person_id, organisation_id, ${same})
      SELECT UUID(), UUID(), ?, ${same} FROM held_contact LIMIT 1`;
    expect(await codeOf(rowsOf(insert, [globex.id]))).toBe('ER_VIEW_CHECK_FAILED');
    expect(await codeOf(rowsOf('UPDATE held_contact SET organisation_id = ?', [globex.id]))).toBe(
      'ER_VIEW_CHECK_FAILED',
    );
    await rowsOf('UPDATE held_contact SET title = ?', ['seen']);
    await rowsOf('DELETE FROM held_contact WHERE organisation_id = ?', [globex.id]);
    expect(await world.sql('SELECT name, title FROM contact ORDER BY name')).toEqual([
      { name: 'Acme 1', title: 'seen' },
      { name: 'Acme 2', title: 'seen' },
      { name: 'Globex 1', title: null },
      { name: 'Globex 2', title: null },
    ]);
  });

  it('answer nobody who claims a context without its proof', async () => {
    await hold(rowScope([acme.id]));
    const [{ proof }] = (await rowsOf('SELECT @held_proof AS proof')) as [{ proof: string }];
    for (const [scope, claimed] of [
      [rowScope([globex.id]), proof],
      [ALL_ROWS, proof],
      [rowScope([acme.id, globex.id]), proof],
      [ALL_ROWS, null],
      [ALL_ROWS, ''],
    ]) {
      await rowsOf('SET @held_scope = ?, @held_proof = ?', [scope, claimed]);
      expect(await codeOf(names())).toBe('ER_SIGNAL_EXCEPTION');
    }
    held.doubt(app);
    // Beside a number a text counts as the number it begins with: every hash that begins with a letter as 0.
    for (let round = 0; round < 12; round += 1) {
      const fresh = await signedIn();
      for (let claimed = 0; claimed < 10; claimed += 1) {
        await fresh.query(`SET @held_scope = '*', @held_proof = ${claimed}`);
        expect(await codeOf(names(fresh))).toBe('ER_SIGNAL_EXCEPTION');
      }
      await fresh.end();
    }
    // A proof of one connection is none on another.
    const other = await signedIn();
    await hold(ALL_ROWS);
    const [all] = (await rowsOf('SELECT @held_proof AS proof')) as [{ proof: string }];
    await rowsOf('SET @held_scope = ?, @held_proof = ?', [ALL_ROWS, all.proof], other);
    expect(await codeOf(names(other))).toBe('ER_SIGNAL_EXCEPTION');
    await other.end();
  });

  it('cannot be had by a statement that changes the context on its way', async () => {
    await hold(rowScope([acme.id]));
    const sneaking = [
      "SELECT name FROM held_contact WHERE (@held_scope := '*') IS NOT NULL OR 1 = 1 ORDER BY name",
      "SELECT (@held_scope := '*'), name FROM held_contact ORDER BY name",
    ];
    for (const text of sneaking) {
      expect(
        await codeOf(rowsOf(text).then((rows) => expect(rows.map(({ name }) => name)).toEqual(['Acme 1', 'Acme 2']))),
      ).toMatch(/^(?:done|ER_SIGNAL_EXCEPTION)$/);
      expect(await codeOf(names())).toBe('ER_SIGNAL_EXCEPTION');
      held.doubt(app);
      await hold(rowScope([acme.id]));
    }
  });

  it('do not give away the secret their proofs come from', async () => {
    const [held_rows] = await rowsOf('SHOW CREATE PROCEDURE row_key');
    expect(held_rows?.['Create Procedure']).toBeNull();
    expect(await codeOf(rowsOf('SHOW CREATE FUNCTION held_rows'))).not.toBe('done');
    expect(await codeOf(rowsOf('SELECT held_rows()'))).toBe('ER_PROCACCESS_DENIED_ERROR');
    const seen = await rowsOf(
      'SELECT routine_definition AS body FROM information_schema.routines WHERE routine_schema = DATABASE()',
    );
    expect(JSON.stringify(seen)).not.toMatch(/X'/);
    expect(JSON.stringify(await rowsOf('SHOW CREATE VIEW held_contact').catch(() => []))).not.toMatch(/X'/);
  });
});

describe('statements of the house', () => {
  it('that have no scope are refused before they find nothing', async () => {
    await world.inside(async () => {
      await expect(world.app.get(Sql).house('SELECT id FROM contact')).rejects.toThrow('No organisation scope');
    });
  });

  it('cross organisations where they say so, and meet one scope after the other in one unit of work', async () => {
    const [sql, context, work] = [world.app.get(Sql), world.app.get(RequestContext), world.app.get(UnitOfWork)];
    // Names both organisations, whatever the scope is: the first layer has nothing against it.
    const count = async (): Promise<number> => {
      const text = 'SELECT COUNT(*) AS n FROM contact WHERE organisation_id IN (?, ?)';
      return Number((await sql.house<{ n: string }>(text, [acme.id, globex.id]))[0]?.n);
    };
    await world.inside(async () => {
      const [row] = await sql.everywhere<{ n: string }>(
        'SELECT COUNT(*) AS n FROM contact /* counts of all organisations */',
      );
      expect(Number(row?.n)).toBe(4);
      await work.run(async () => {
        context.limitTo([acme.id]);
        await sql.scoped("UPDATE contact SET title = 'first' WHERE organisation_id IN (:scope)");
        expect(await count()).toBe(2);
        context.limitTo([acme.id, globex.id]);
        expect(await count()).toBe(4);
        context.limitTo([]);
        expect(await count()).toBe(0);
      });
    });
  });
});

describe('the secret', () => {
  /** As an account that owns the schema too, and made none of what is in it: that of another node. */
  const asAnotherOwner = async <T>(work: (door: OwnerDoor) => Promise<T>): Promise<T> => {
    const { socket, name } = world.database;
    const user = `${name}_other`;
    await world.sql(`CREATE USER '${user}'@'localhost' IDENTIFIED BY 'of another node'`);
    await world.sql(`GRANT ALL PRIVILEGES ON \`${name}\`.* TO '${user}'@'localhost'`);
    const other = await createConnection({ socketPath: socket, database: name, user, password: 'of another node' });
    try {
      return await work({
        query: async <R>(text: string, params?: readonly unknown[]) =>
          (await other.query(text, params as unknown[]))[0] as R[],
      });
    } finally {
      await other.end();
      await world.sql(`DROP USER '${user}'@'localhost'`);
    }
  };

  it('stays when another node brings the schema up to date', async () => {
    await hold(rowScope([acme.id]));
    await asAnotherOwner(async (door) => {
      const bodies = await door.query(
        'SELECT routine_definition AS body FROM information_schema.routines WHERE routine_schema = DATABASE()',
      );
      expect(bodies).toEqual([{ body: null }, { body: null }, { body: null }]);
      expect(await routinesOff(door)).toEqual([]);
      await applyRowViews(door);
      expect(await rowViewDrift(door)).toEqual([]);
    });
    expect(await names()).toEqual(['Acme 1', 'Acme 2']);
  });

  it('outlives the account that made the views, once another one has brought the schema up to date', async () => {
    const { name, migration } = world.database;
    await world.sql(`RENAME USER '${migration.user}'@'localhost' TO '${migration.user}_gone'@'localhost'`);
    const bare = await signedIn();
    expect(await codeOf(names(bare))).not.toBe('done');
    await asAnotherOwner(async (door) => {
      await applyRowViews(door);
      expect(await names(bare)).toEqual([]);
      expect(await codeOf(hold(rowScope([acme.id]), bare))).toBe('done');
      expect(await names(bare)).toEqual(['Acme 1', 'Acme 2']);
    });
    await bare.end();
    await world.sql(`RENAME USER '${migration.user}_gone'@'localhost' TO '${migration.user}'@'localhost'`);
    await migrate(world.settings);
    expect(await world.sql(`SELECT COUNT(*) AS n FROM \`${name}\`.row_secret`)).toEqual([{ n: 1 }]);
  });

  it('may be replaced: connections that have keys of the one before begin anew', async () => {
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const list = async (): Promise<unknown> => (await owner.get('/contacts?org=acme')).body.data;
    expect(await list()).toHaveLength(2);
    await hold(rowScope([acme.id]));
    await world.sql(`DELETE FROM \`${world.database.name}\`.row_secret`);
    await migrate(world.settings);
    expect(await codeOf(names())).toBe('ER_SIGNAL_EXCEPTION');
    expect(await list()).toHaveLength(2);
    const changed = await owner.post('/contacts', { organisationId: acme.id, name: 'Acme 3' });
    expect(changed.status).toBe(201);
  });
});
