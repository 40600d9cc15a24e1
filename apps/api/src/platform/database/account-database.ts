import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { databaseAccount, type Settings } from '../config';
import { dataSourceOptions, openDataSource } from './data-source';

/** Whole numbers stay numbers: a row's MAC was computed over them. */
const PLAIN = { entities: [], migrations: [], bigNumberStrings: false };

type Role = 'application' | 'migration' | 'retention';

/** One connection that stays the same from call to call, for locks and transactions. */
export class AccountSession {
  constructor(private readonly runner: QueryRunner) {}

  /** Rows of a statement; moments as text, whole numbers as numbers. */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.runner.query(text, [...params])) as T[];
  }

  async release(): Promise<void> {
    await this.runner.release();
  }
}

/** The database as one account sees it, outside the pool of the house and its scope: for the sealer and the verifier only. */
export class AccountDatabase {
  private constructor(private readonly source: DataSource) {}

  /** Opens a small pool; throws when the account cannot sign in. */
  static async open(settings: Settings, role: Role): Promise<AccountDatabase> {
    const options = dataSourceOptions(databaseAccount(settings, role), { poolSize: 2 });
    return new AccountDatabase(await openDataSource({ ...options, ...PLAIN } as DataSourceOptions));
  }

  /** Rows of a statement; moments as text, whole numbers as numbers. */
  async query<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.source.query<T[]>(text, [...params]);
  }

  async session(): Promise<AccountSession> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    return new AccountSession(runner);
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
