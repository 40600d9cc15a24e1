import type { Connection, RowDataPacket } from 'mysql2/promise';
import { connectAsRoot, type TestDatabaseSettings, type TestServer } from './test-schema';

/** A migrated schema as the statements that make another one like it. */
export interface Template {
  /** Name of the schema the statements were read from, and which they mention where names are qualified. */
  name: string;
  statements: string[];
}

/** Reads tables, reference rows, triggers, views, routines and grants of a schema. */
export async function readTemplate(server: TestServer, settings: TestDatabaseSettings): Promise<Template> {
  const connection = await connectAsRoot(server, settings.name);
  try {
    const tables = await namesOf(connection, "SHOW FULL TABLES WHERE Table_type NOT IN ('VIEW', 'SEQUENCE')");
    const statements = [
      ...(await createdBy(
        connection,
        'SEQUENCE',
        await namesOf(connection, "SHOW FULL TABLES WHERE Table_type = 'SEQUENCE'"),
      )),
      ...(await createdBy(connection, 'TABLE', tables)),
      ...(await rowCopies(connection, settings.name, tables)),
      ...(await createdBy(connection, 'FUNCTION', await routines(connection, 'FUNCTION'))),
      ...(await createdBy(connection, 'PROCEDURE', await routines(connection, 'PROCEDURE'))),
      ...(await createdBy(connection, 'VIEW', await namesOf(connection, "SHOW FULL TABLES WHERE Table_type = 'VIEW'"))),
      ...(await createdBy(connection, 'TRIGGER', await namesOf(connection, 'SHOW TRIGGERS'))),
      ...(await grants(connection, settings)),
    ];
    return { name: settings.name, statements };
  } finally {
    await connection.end();
  }
}

/**
 * Makes an empty schema equal to the template. Schema and accounts bear the schema's name, so one
 * replacement moves definers and grants along; rows are copied straight from the template's own tables.
 */
export async function replayTemplate(
  server: TestServer,
  template: Template,
  target: TestDatabaseSettings,
): Promise<void> {
  const connection = await connectAsRoot(server, target.name);
  try {
    await connection.query('SET foreign_key_checks = 0, unique_checks = 0');
    for (const statement of template.statements) await connection.query(renamed(statement, template.name, target.name));
  } finally {
    await connection.end();
  }
}

const COPY_FROM = '/* from the template */';

// A copy reads from the template, so the name after the mark must stay.
function renamed(statement: string, from: string, to: string): string {
  const [head = '', tail] = statement.split(COPY_FROM);
  return tail === undefined ? statement.replaceAll(from, to) : head.replaceAll(from, to) + tail;
}

async function rowsOf(connection: Connection, sql: string, values: unknown[] = []): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(sql, values);
  return rows;
}

async function namesOf(connection: Connection, sql: string): Promise<string[]> {
  return (await rowsOf(connection, sql)).map((row) => String(Object.values(row)[0]));
}

const routines = (connection: Connection, type: string): Promise<string[]> =>
  namesOf(
    connection,
    `SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_type = '${type}'`,
  );

const STATEMENT_COLUMN = /^(Create |Table$|SQL Original Statement)/;

async function createdBy(connection: Connection, kind: string, names: string[]): Promise<string[]> {
  const statements: string[] = [];
  for (const name of names) {
    const [row = {}] = await rowsOf(connection, `SHOW CREATE ${kind} \`${name}\``);
    const found = Object.entries(row).find(
      ([column, text]) => STATEMENT_COLUMN.test(column) && /^CREATE /.test(String(text)),
    );
    if (!found) throw new Error(`The definition of ${kind} ${name} cannot be read.`);
    statements.push(String(found[1]));
  }
  return statements;
}

async function rowCopies(connection: Connection, schema: string, tables: string[]): Promise<string[]> {
  const statements: string[] = [];
  for (const table of tables) {
    if ((await rowsOf(connection, `SELECT 1 FROM \`${table}\` LIMIT 1`)).length === 0) continue;
    const columns = await namesOf(
      connection,
      `SELECT CONCAT('\`', column_name, '\`') FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name = '${table}' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    );
    const list = columns.join(', ');
    statements.push(`INSERT INTO \`${table}\` (${list}) ${COPY_FROM} SELECT ${list} FROM \`${schema}\`.\`${table}\``);
  }
  return statements;
}

async function grants(connection: Connection, settings: TestDatabaseSettings): Promise<string[]> {
  const accounts = [settings.migration, settings.application, settings.retention];
  const lists = await Promise.all(
    accounts.map(({ user }) => namesOf(connection, `SHOW GRANTS FOR '${user}'@'localhost'`)),
  );
  // USAGE lines carry the password, and every schema has its own; so it has those beside it.
  return lists.flat().filter((statement) => !/^GRANT USAGE|\\_(?:verify|before)`/.test(statement));
}
