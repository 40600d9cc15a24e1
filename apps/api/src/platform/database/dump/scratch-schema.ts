import { databaseAccount, withSchema, type Settings } from '../../config';
import { Lease, LeaseLost, type LeaseDoor } from '../lease';
import { leaseTable } from '../lease-table';
import { connectTo, type DumpConnection, type DumpRole } from './connection';
import { statementsIn } from './statements-in';

/** The same settings with another schema. */
export function inSchema(settings: Settings, schema: string): Settings {
  if (!settings.DATABASE_URL) return { ...settings, DATABASE_NAME: schema };
  return { ...settings, DATABASE_URL: withSchema(settings.DATABASE_URL, schema) };
}

/** No right to make the schema beside the installation's own; says what to do. */
export class ScratchRefused extends Error {}

/** Somebody else has the scratch schema by now; nothing that is in it counts. */
export class ScratchLost extends ScratchRefused {
  constructor(name: string) {
    super(
      `This process was not heard of for a while, and another one has taken the schema ${name} over meanwhile. Wait until it is done, then repeat.`,
    );
  }
}

/** An empty schema beside the installation's own, for one at a time, that is gone afterwards. */
export class ScratchSchema {
  private constructor(
    readonly name: string,
    /** The settings of this process, pointed at the scratch schema. */
    readonly settings: Settings,
    private readonly connection: DumpConnection,
    private readonly guard: Guard,
  ) {}

  static async open(settings: Settings, role: DumpRole): Promise<ScratchSchema> {
    const { database } = databaseAccount(settings, role);
    const name = `${database}_verify`;
    const connection = await connectTo(settings, role);
    try {
      await madeBeside(connection, name);
      await connection.ask(`USE \`${name}\``);
      await connection.ask(leaseTable(LEASES));
      const guard = await Guard.over(settings, role, name);
      await emptied(connection, name);
      return new ScratchSchema(name, inSchema(settings, name), connection, guard);
    } catch (error) {
      await connection.end();
      throw error;
    }
  }

  /** Throws ScratchLost where the schema is somebody else's by now, who empties and fills it as they like. */
  async confirm(): Promise<void> {
    await this.guard.confirm().catch((error: Error & { code?: string }) => {
      // Whoever has taken it over may have removed it since, and the lease in it.
      if (error instanceof LeaseLost || GONE.has(error.code ?? '')) throw new ScratchLost(this.name);
      throw error;
    });
  }

  /** Runs the statements of a dump. */
  async load(text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<void> {
    await this.confirm();
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

  /** Removes the schema, unless it has become somebody else's; what is left is taken away by the next one. */
  async drop(): Promise<void> {
    try {
      await this.confirm();
      await this.connection.ask(`DROP DATABASE IF EXISTS \`${this.name}\``);
    } catch (error) {
      if (!(error instanceof ScratchLost)) throw error;
    } finally {
      await this.connection.end();
      await this.guard.end();
    }
  }
}

/** In the scratch schema itself, because the installation's own may still be empty. */
const LEASES = 'scratch_lease';
/** What MariaDB says of a table, or a schema, that is not there. */
const GONE: ReadonlySet<string> = new Set(['ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR']);

/** Keeps others out of the scratch schema, over a connection of its own: a load commits when it likes. */
class Guard {
  private constructor(
    private readonly connection: DumpConnection,
    private readonly lease: Lease,
    private readonly door: LeaseDoor,
  ) {}

  static async over(settings: Settings, role: DumpRole, name: string): Promise<Guard> {
    const connection = await connectTo(settings, role);
    try {
      const door = { query: <T>(text: string, params?: readonly unknown[]) => connection.ask<T>(text, params) };
      const lease = await Lease.takeSoon(door, 'scratch', `\`${name}\`.${LEASES}`);
      if (!lease) throw new ScratchRefused(`Somebody else is using the schema ${name} right now.`);
      return new Guard(connection, lease, door);
    } catch (error) {
      await connection.end();
      throw error;
    }
  }

  /** Throws LeaseLost where the schema is somebody else's by now. */
  confirm(): Promise<void> {
    return this.lease.confirm(this.door);
  }

  /** The lease went with the schema, as a rule. */
  async end(): Promise<void> {
    await this.lease.end().catch(() => undefined);
    await this.connection.end();
  }
}

/** Makes a schema beside the installation's own, unless it is there. */
export async function madeBeside(connection: DumpConnection, name: string): Promise<void> {
  try {
    await connection.ask(
      `CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    );
  } catch (error) {
    if (!/denied/i.test((error as Error).message)) throw error;
    const [who] = await connection.ask<{ account: string }>('SELECT CURRENT_USER() AS account');
    const account = who?.account ?? '';
    // Rights given to the same name at another host are rights nobody uses.
    const command = `st0r database accounts --at ${account.slice(account.lastIndexOf('@') + 1)}`;
    throw new ScratchRefused(
      `The account ${account} may not make the schema ${name}. Run what "${command}" prints as the administrator of the database once more.`,
    );
  }
}

/** What a run left that was cut short. */
async function emptied(connection: DumpConnection, name: string): Promise<void> {
  await connection.ask('SET foreign_key_checks = 0');
  for (const table of await tablesOf(connection, name)) await connection.ask(`DROP TABLE \`${name}\`.\`${table}\``);
  await connection.ask('SET foreign_key_checks = 1');
}

/** The tables of a schema, without the one that says who uses it. */
export const tablesOf = async (connection: DumpConnection, schema: string): Promise<string[]> =>
  (
    await connection.ask<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE' AND table_name <> ?",
      [schema, LEASES],
    )
  ).map(({ name }) => name);
