import type { DataSourceOptions } from 'typeorm';
import { schemaStatements } from '../../../../../tools/mariadb/accounts.mjs';
import { databaseAccount, type Settings } from '../config';
import { dataSourceOptions, openDataSource } from './data-source';

/**
 * What an administrator of MariaDB runs once, and again whenever a password changes: the schema and its three accounts.
 * Their rights on tables are given by `st0r migrate`, table by table.
 */
export function accountStatements(settings: Settings, host: string): string[] {
  const roles = ['application', 'migration', 'retention'] as const;
  const accounts = roles.map((role) => [role, databaseAccount(settings, role)] as const);
  const open = accounts.filter(([, { password }]) => password === '').map(([role]) => role);
  if (open.length > 0) throw new Error(`An account without a password is never made: ${open.join(', ')}.`);
  const pick = (key: 'user' | 'password'): Record<(typeof roles)[number], string> =>
    Object.fromEntries(accounts.map(([role, account]) => [role, account[key]])) as never;
  return schemaStatements(settings.DATABASE_NAME, pick('password'), { names: pick('user'), host });
}

/** Runs those statements as the administrator of a database that is reached over the network. */
export async function prepareAccounts(settings: Settings, host = '%'): Promise<void> {
  const options = dataSourceOptions(databaseAccount(settings, 'administrator'), { poolSize: 1 });
  const source = await openDataSource({
    ...options,
    database: undefined,
    entities: [],
    migrations: [],
  } as DataSourceOptions);
  try {
    for (const statement of accountStatements(settings, host)) await source.query(statement);
  } finally {
    await source.destroy();
  }
}
