import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { inject } from 'vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTemplate, replayTemplate } from './schema-template';
import { connectAsRoot, createTestDatabase, type TestAccount, type TestDatabase } from './test-database';

const connectAs = ({ user, password }: TestAccount, { socket, name }: TestDatabase): Promise<Connection> =>
  createConnection({ socketPath: socket, user, password, database: name });

async function migrated(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const migration = await connectAs(database.migration, database);
  const statements = [
    'CREATE TABLE org (id INT PRIMARY KEY, name VARCHAR(40), shout VARCHAR(40) AS (UPPER(name)) STORED)',
    'CREATE TABLE asset (id INT PRIMARY KEY, org_id INT, CONSTRAINT asset_org FOREIGN KEY (org_id) REFERENCES org (id))',
    "INSERT INTO org (id, name) VALUES (1, 'Ours')",
    "CREATE TRIGGER org_kept BEFORE DELETE ON org FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'kept'",
    'CREATE VIEW org_names AS SELECT name FROM org',
    `GRANT SELECT ON \`${database.name}\`.org TO '${database.application.user}'@'localhost'`,
    `GRANT INSERT (id) ON \`${database.name}\`.org TO '${database.application.user}'@'localhost'`,
  ];
  for (const statement of statements) await migration.query(statement);
  await migration.end();
  return database;
}

describe('a copy of a migrated schema', () => {
  let original: TestDatabase;
  let copy: TestDatabase;
  let application: Connection;

  beforeAll(async () => {
    original = await migrated();
    copy = await createTestDatabase();
    const server = inject('testServer');
    await replayTemplate(server, await readTemplate(server, original), copy);
    // Whatever still pointed at the original would fail from here on.
    await original.drop();
    application = await connectAs(copy.application, copy);
  });

  afterAll(async () => {
    await application.end();
    await copy.drop();
  });

  const asRoot = async (sql: string): Promise<RowDataPacket[]> => {
    const root = await connectAsRoot(inject('testServer'), copy.name);
    try {
      return (await root.query<RowDataPacket[]>(sql))[0];
    } finally {
      await root.end();
    }
  };

  it('holds the reference rows, generated columns included', async () => {
    expect(await asRoot('SELECT * FROM org')).toEqual([{ id: 1, name: 'Ours', shout: 'OURS' }]);
  });

  it('reads through its own views', async () => {
    expect(await asRoot('SELECT * FROM org_names')).toEqual([{ name: 'Ours' }]);
  });

  it('keeps foreign keys', async () => {
    await expect(asRoot('INSERT INTO asset VALUES (1, 99)')).rejects.toMatchObject({ code: 'ER_NO_REFERENCED_ROW_2' });
  });

  it('keeps triggers, even for the administrator', async () => {
    await expect(asRoot('DELETE FROM org')).rejects.toThrow('kept');
  });

  it('lets the application do exactly what the original allowed, by column', async () => {
    await expect(application.query('INSERT INTO org (id) VALUES (2)')).resolves.toBeDefined();
    await expect(application.query("INSERT INTO org (id, name) VALUES (3, 'x')")).rejects.toMatchObject({
      code: 'ER_COLUMNACCESS_DENIED_ERROR',
    });
    await expect(application.query('SELECT * FROM asset')).rejects.toMatchObject({
      code: 'ER_TABLEACCESS_DENIED_ERROR',
    });
  });
});

describe('an empty test schema', () => {
  it('refuses zero dates and cut text, as production does', async () => {
    const database = await createTestDatabase();
    const migration = await connectAs(database.migration, database);
    await migration.query('CREATE TABLE strict (on_day DATE, word VARCHAR(3))');
    await expect(migration.query("INSERT INTO strict (word) VALUES ('long')")).rejects.toMatchObject({
      code: 'ER_DATA_TOO_LONG',
    });
    await expect(migration.query("INSERT INTO strict (on_day) VALUES ('0000-00-00')")).rejects.toThrow('date');
    await migration.end();
    await database.drop();
  });

  it('shows one schema nothing of another', async () => {
    const [one, other] = [await createTestDatabase(), await createTestDatabase()];
    const migration = await connectAs(one.migration, one);
    await expect(migration.query(`CREATE TABLE \`${other.name}\`.t (id INT)`)).rejects.toThrow('denied');
    await migration.end();
    await Promise.all([one.drop(), other.drop()]);
  });
});
