import { databaseAccount, type Settings } from '../../config';
import { connectTo, type DumpConnection, type DumpRole } from './connection';
import { statementsIn } from './statements-in';

/** The same settings with another schema. */
export function inSchema(settings: Settings, schema: string): Settings {
  if (!settings.DATABASE_URL) return { ...settings, DATABASE_NAME: schema };
  const url = new URL(settings.DATABASE_URL);
  url.pathname = `/${schema}`;
  return { ...settings, DATABASE_URL: url.href };
}

/** No right to make the schema beside the installation's own; says what to do. */
export class ScratchRefused extends Error {}

/** An empty schema beside the installation's own, for one at a time, that is gone afterwards. */
export class ScratchSchema {
  private constructor(
    readonly name: string,
    /** The settings of this process, pointed at the scratch schema. */
    readonly settings: Settings,
    private readonly connection: DumpConnection,
  ) {}

  static async open(settings: Settings, role: DumpRole): Promise<ScratchSchema> {
    const { database, user } = databaseAccount(settings, role);
    const name = `${database}_verify`;
    const connection = await connectTo(settings, role);
    try {
      const [lock] = await connection.ask<{ mine: number }>('SELECT GET_LOCK(?, 0) AS mine', [`${name}.scratch`]);
      if (Number(lock?.mine) !== 1) throw new ScratchRefused(`Somebody else is using the schema ${name} right now.`);
      await made(connection, name, user);
      return new ScratchSchema(name, inSchema(settings, name), connection);
    } catch (error) {
      await connection.end();
      throw error;
    }
  }

  /** Runs the statements of a dump. */
  async load(text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<void> {
    for await (const statement of statementsIn(text)) await this.connection.ask(statement);
    // Commits, and lets go of every table: a read from here on holds none of them.
    await this.connection.ask('SET autocommit = 1');
  }

  ask<T = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.connection.ask<T>(sql, values);
  }

  /** Rows by table. */
  async counts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of await tablesOf(this.connection, this.name)) {
      const [row] = await this.ask<{ n: number }>(`SELECT COUNT(*) AS n FROM \`${table}\``);
      counts[table] = Number(row?.n);
    }
    return counts;
  }

  /** Removes the schema. */
  async drop(): Promise<void> {
    await this.connection.ask(`DROP DATABASE IF EXISTS \`${this.name}\``).finally(() => this.connection.end());
  }
}

async function made(connection: DumpConnection, name: string, user: string): Promise<void> {
  try {
    await connection.ask(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.ask(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
    await connection.ask(`USE \`${name}\``);
  } catch (error) {
    if (!/denied/i.test((error as Error).message)) throw error;
    throw new ScratchRefused(
      `The account ${user} may not make the schema ${name}. Run what "st0r database accounts" prints as the administrator of the database once more.`,
    );
  }
}

export const tablesOf = async (connection: DumpConnection, schema: string): Promise<string[]> =>
  (
    await connection.ask<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
      [schema],
    )
  ).map(({ name }) => name);
