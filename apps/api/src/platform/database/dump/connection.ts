import { createConnection, type Connection } from 'mysql2';
import { databaseAccount, type DatabaseAccount, type Settings } from '../../config';
import { hostsOf } from '../hosts';

/** Whose rights a dump is read with, or a schema filled with. */
export type DumpRole = 'application' | 'migration';

/** A connection apart from the pool, in `schema` or in the installation's own; nothing waits on it but us. */
export async function connectTo(settings: Settings, role: DumpRole, schema?: string): Promise<DumpConnection> {
  const account = databaseAccount(settings, role);
  const hosts = hostsOf(account);
  await hosts?.settle();
  for (let left = hosts?.all.length ?? 1; ; left -= 1) {
    const opened = opening(account, schema);
    try {
      await opened.ask('SELECT 1');
      return opened;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

function opening(account: DatabaseAccount, schema?: string): DumpConnection {
  const { socketPath, hosts, user, password, database } = account;
  const several = hostsOf(account);
  const connection = createConnection({
    ...(socketPath ? { socketPath } : hosts[0]),
    ...(several ? { stream: () => several.open() } : {}),
    user,
    password,
    database: schema ?? database,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    connectTimeout: 10_000,
  });
  return new DumpConnection(connection);
}

/** One connection of the driver, with promises. */
export class DumpConnection {
  constructor(readonly driver: Connection) {
    // A connection that breaks while nobody asks it anything must not end the process; the next question fails.
    driver.on('error', () => undefined);
  }

  ask<T = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return new Promise((resolve, reject) => {
      this.driver.query({ sql, values: [...values] as never }, (error, rows) =>
        error ? reject(error) : resolve(rows as T[]),
      );
    });
  }

  end(): Promise<void> {
    return new Promise((resolve) => this.driver.end(() => resolve()));
  }
}
