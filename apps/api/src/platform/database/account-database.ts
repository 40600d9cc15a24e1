import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { databaseAccount, type Settings } from '../config';
import { STILL_OPEN, bundleOf } from './bundle';
import { isConflict, isUnprepared, untilNoConflict } from './conflict';
import { dataSourceOptions, hostsIn, openDataSource } from './data-source';
import type { DatabaseHosts } from './hosts';
import { HeldRows } from './row-views/held-rows';
import { ALL_ROWS } from './row-views/row-scope';
import { throughViews } from './row-views/through-views';
import { writtenTable, type Statement } from './statement';

/** Whole numbers stay numbers: a row's MAC was computed over them. */
const PLAIN = { entities: [], migrations: [], bigNumberStrings: false };

/** Of several servers the one somebody began with; undefined where there is one. */
type Server = { hosts: DatabaseHosts; host: DatabaseHosts['current'] } | undefined;

type Role = 'application' | 'migration' | 'retention';

/** One connection that stays the same from call to call, for locks and transactions. */
export class AccountSession {
  private inside = false;

  constructor(
    private readonly runner: QueryRunner,
    private readonly server: Server,
  ) {}

  /** Rows of a statement; moments as text, whole numbers as numbers. */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.inside && writtenTable(text) ? this.belonging<T>({ text, params }) : this.asked<T>({ text, params });
  }

  /** Runs `work` in a transaction of this connection: all of it, or nothing. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.runner.query('START TRANSACTION');
    this.inside = true;
    try {
      const answer = await work();
      await this.belonging({ text: 'COMMIT', params: [] });
      return answer;
    } catch (error) {
      await this.runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      this.inside = false;
    }
  }

  /** Never without what came before it in the transaction. */
  private belonging<T>(statement: Statement): Promise<T[]> {
    return this.asked<T>(bundleOf([STILL_OPEN, statement]));
  }

  private async asked<T>({ text, params }: Statement): Promise<T[]> {
    return (await told(this.server, this.runner.query(text, [...params]))) as T[];
  }

  async release(): Promise<void> {
    await this.runner.release();
  }
}

/** The database as one account sees it, outside the pool of the house and its scope: for the sealer and the verifier only. */
export class AccountDatabase {
  private readonly server: Server;

  private constructor(
    private readonly source: DataSource,
    private readonly patience: number,
    /** Where the account has no rights on tables of organisations' rows. */
    private readonly held: HeldRows | undefined,
  ) {
    const hosts = hostsIn(source.options);
    this.server = hosts && { hosts, host: hosts.current };
  }

  /**
   * Opens a small pool; throws when the account cannot sign in. The application reads rows of organisations through its
   * views, unless it is in a schema of its `own`, where a copy lies that has none.
   */
  static async open(settings: Settings, role: Role, { own = false } = {}): Promise<AccountDatabase> {
    const options = dataSourceOptions(databaseAccount(settings, role), { poolSize: 2 });
    const source = await openDataSource({ ...options, ...PLAIN } as DataSourceOptions);
    const held = role === 'application' && !own ? new HeldRows() : undefined;
    return new AccountDatabase(source, settings.DATABASE_TIMEOUT_SECONDS * 1000, held);
  }

  /** Rows of a statement that commits by itself, again after a conflict; moments as text, whole numbers as numbers. */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    const once = (): Promise<T[]> => told(this.server, this.asked<T>(text, params));
    return untilNoConflict(once, { patience: this.patience, repeatable: isConflict });
  }

  private asked<T>(text: string, params: readonly unknown[]): Promise<T[]> {
    const viewed = throughViews(text);
    return this.held && viewed.rows
      ? this.ofAll<T>(this.held, viewed.text, params)
      : this.source.query<T[]>(text, [...params]);
  }

  private async ofAll<T>(held: HeldRows, text: string, params: readonly unknown[]): Promise<T[]> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as object;
      const ask = (statement: { text: string; params: readonly unknown[] }): Promise<unknown> =>
        runner.query(statement.text, [...statement.params]);
      try {
        if (!held.holds(connection, ALL_ROWS)) {
          await held.prepare(connection, ask);
          await ask(held.turn(connection, ALL_ROWS));
        }
        return (await runner.query(text, [...params])) as T[];
      } catch (error) {
        held.disbelieve(connection);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  async session(): Promise<AccountSession> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    return new AccountSession(runner, this.server);
  }

  /** Everybody uses another server by now: whoever stays long opens a new one. */
  get left(): boolean {
    return this.server !== undefined && this.server.hosts.current !== this.server.host;
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}

/** A server that does no work is not asked by the next one. */
async function told<T>(server: Server, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isUnprepared(error)) server?.hosts.lost(server.host);
    throw error;
  }
}
