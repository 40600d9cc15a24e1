import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { databaseAccount, type Settings } from '../config';
import { isConflict, isUnprepared, untilNoConflict } from './conflict';
import { dataSourceOptions, hostsIn, openDataSource } from './data-source';
import type { DatabaseHosts } from './hosts';

/** Whole numbers stay numbers: a row's MAC was computed over them. */
const PLAIN = { entities: [], migrations: [], bigNumberStrings: false };

/** Of several servers the one somebody began with; undefined where there is one. */
type Server = { hosts: DatabaseHosts; host: DatabaseHosts['current'] } | undefined;

type Role = 'application' | 'migration' | 'retention';

/** One connection that stays the same from call to call, for locks and transactions. */
export class AccountSession {
  constructor(
    private readonly runner: QueryRunner,
    private readonly server: Server,
  ) {}

  /** Rows of a statement; moments as text, whole numbers as numbers. */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await told(this.server, this.runner.query(text, [...params]))) as T[];
  }

  /** Runs `work` in a transaction of this connection: all of it, or nothing. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.runner.query('START TRANSACTION');
    try {
      const answer = await work();
      await told(this.server, this.runner.query('COMMIT'));
      return answer;
    } catch (error) {
      await this.runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
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
  ) {
    const hosts = hostsIn(source.options);
    this.server = hosts && { hosts, host: hosts.current };
  }

  /** Opens a small pool; throws when the account cannot sign in. */
  static async open(settings: Settings, role: Role): Promise<AccountDatabase> {
    const options = dataSourceOptions(databaseAccount(settings, role), { poolSize: 2 });
    const source = await openDataSource({ ...options, ...PLAIN } as DataSourceOptions);
    return new AccountDatabase(source, settings.DATABASE_TIMEOUT_SECONDS * 1000);
  }

  /** Rows of a statement that commits by itself, again after a conflict; moments as text, whole numbers as numbers. */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    const once = (): Promise<T[]> => told(this.server, this.source.query<T[]>(text, [...params]));
    return untilNoConflict(once, { patience: this.patience, repeatable: isConflict });
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
