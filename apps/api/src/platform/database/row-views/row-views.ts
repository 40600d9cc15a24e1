import { createHash, randomBytes } from 'node:crypto';
import { HOUSE } from './row-scope';
import { organisationTables, viewOf } from './rows-of-organisations';

/** Asks the database as the account that owns the schema. */
export interface OwnerDoor {
  query<T = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

/** The function that answers whose rows a connection holds, and the procedure that gives a connection its key. */
export const HELD_ROWS = 'held_rows';
export const ROW_KEY = 'row_key';
/** The procedure that builds the tables of sealed values anew; whoever has no rights on them cannot otherwise. */
export const REBUILD_SEALED = 'rebuild_sealed';

/** What the application may call. */
export const CALLED: readonly string[] = [ROW_KEY, REBUILD_SEALED];

/**
 * Brings the views on rows of organisations up to date with their tables. The application has rights on the views and none
 * on the tables; a view shows the rows of the organisations that the connection proves to be asked for, and takes no others.
 *
 * The proof is a MAC (SHA-384 over a secret prefix; SHA-384 gives away too little of its state to be gone on with) over what
 * is to be seen. Its key belongs to one connection and comes from a secret that is written into two routines, where only the
 * account that made them can read it. The function is declared deterministic, though it reads variables of the session, so
 * that it is computed once per statement and not once per row.
 */
export async function applyRowViews(door: OwnerDoor): Promise<void> {
  await applyRoutines(door);
  const wanted = organisationTables().flatMap(({ table, forced = [], appended }) => {
    // Only where rows of the installation itself lie among them is there anything without an organisation.
    const owner = appended ? `COALESCE(organisation_id, '${HOUSE}')` : 'organisation_id';
    return [undefined, ...forced].map((index) => ({ table, index, owner }));
  });
  const columns = await columnsBy(door);
  for (const { table, index, owner } of wanted) {
    const view = viewOf(table, index);
    if (columns.get(view) === columns.get(table) && (await works(door, `SELECT 1 FROM \`${view}\` LIMIT 0`))) continue;
    await door.query(
      `CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW \`${view}\` AS
       SELECT * FROM \`${table}\` ${index ? `FORCE INDEX (\`${index}\`)` : ''}
       WHERE ${HELD_ROWS}() = '*' OR LOCATE(CAST(${owner} AS BINARY(16)), ${HELD_ROWS}()) > 0
       WITH CASCADED CHECK OPTION`,
    );
  }
}

/** Where the secret stands: a table of the account that owns the schema, on which nobody else has any right. */
export const SECRET_TABLE = 'row_secret';

async function applyRoutines(door: OwnerDoor): Promise<void> {
  await door.query(
    `CREATE TABLE IF NOT EXISTS ${SECRET_TABLE} (
      n TINYINT NOT NULL PRIMARY KEY CHECK (n = 1),
      secret BINARY(48) NOT NULL
    )`,
  );
  // Kept once it is there: open connections got their keys from it.
  await door.query(`INSERT IGNORE INTO ${SECRET_TABLE} (n, secret) VALUES (1, ?)`, [randomBytes(48)]);
  const calls = [`SELECT ${HELD_ROWS}()`, `CALL ${ROW_KEY}()`];
  const working = (await Promise.all(calls.map((call) => works(door, call)))).every(Boolean);
  for (const { head, mark, body } of working ? await routinesOff(door) : await wantedRoutines(door))
    await door.query(`CREATE OR REPLACE ${head} COMMENT '${mark}'\n${body}`);
}

/** False where something is broken: missing, or of an account that is no more, whose rights it would work with. */
const works = (door: OwnerDoor, text: string): Promise<boolean> =>
  door.query(text).then(
    () => true,
    () => false,
  );

/** A routine as this release makes it. */
export interface Routine {
  readonly name: string;
  readonly head: string;
  readonly body: string;
  /** Tells whether it is this one to an account that may not read the body, because another one made it. */
  readonly mark: string;
}

/** The routines that are missing or not as this release makes them. */
export async function routinesOff(door: OwnerDoor): Promise<Routine[]> {
  const rows = await door.query<{ name: string; body: string | null; mark: string }>(
    `SELECT routine_name AS name, routine_definition AS body, routine_comment AS mark
     FROM information_schema.routines WHERE routine_schema = DATABASE()`,
  );
  const known = new Map(rows.map((row) => [row.name, row]));
  return (await wantedRoutines(door)).filter(({ name, body, mark }) => {
    const found = known.get(name);
    return !found || found.mark !== mark || (found.body !== null && found.body !== body);
  });
}

async function wantedRoutines(door: OwnerDoor): Promise<Routine[]> {
  const [kept] = await door.query<{ secret: string }>(`SELECT HEX(secret) AS secret FROM ${SECRET_TABLE}`);
  return routines(kept?.secret ?? '');
}

function routines(secret: string): Routine[] {
  const key = `SHA2(CONCAT(X'${secret}', CONNECTION_ID()), 384)`;
  const sealed = organisationTables().filter((table) => table.sealed);
  return [
    {
      name: HELD_ROWS,
      head: `FUNCTION ${HELD_ROWS}() RETURNS LONGBLOB DETERMINISTIC NO SQL SQL SECURITY DEFINER`,
      // Compared as bytes: beside a number MariaDB would compare numbers, and a hash that begins with a letter is 0.
      // As a conflict: whoever meets this with a key of a secret that is no more begins anew on another connection.
      body: `BEGIN
  IF @held_scope IS NULL THEN RETURN ''; END IF;
  IF @held_proof IS NULL OR CAST(@held_proof AS BINARY) <> CAST(SHA2(CONCAT(${key}, @held_scope), 384) AS BINARY) THEN
    SIGNAL SQLSTATE '40001' SET MESSAGE_TEXT = 'rows of organisations without proof';
  END IF;
  RETURN @held_scope;
END`,
    },
    {
      name: ROW_KEY,
      head: `PROCEDURE ${ROW_KEY}() NO SQL SQL SECURITY DEFINER`,
      body: `SELECT ${key} AS \`key\``,
    },
    {
      name: REBUILD_SEALED,
      head: `PROCEDURE ${REBUILD_SEALED}() MODIFIES SQL DATA SQL SECURITY DEFINER`,
      body: `OPTIMIZE TABLE ${sealed.map(({ table }) => table).join(', ')}`,
    },
  ].map((routine) => ({
    ...routine,
    mark: createHash('sha256')
      .update(routine.head + routine.body)
      .digest('hex')
      .slice(0, 16),
  }));
}

/** Columns of every table and view, in order, as one text each. */
async function columnsBy(door: OwnerDoor): Promise<Map<string, string>> {
  await door.query('SET SESSION group_concat_max_len = 1000000');
  const rows = await door.query<{ name: string; columns: string }>(
    `SELECT table_name AS name, GROUP_CONCAT(CONCAT(column_name, ' ', column_type) ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = DATABASE() GROUP BY table_name`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
