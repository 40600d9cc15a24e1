import mysql2 from 'mysql2';
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import type { DatabaseAccount } from '../config/database-account';
import { declaredEntities } from './ownership';
import { hostsOf, type DatabaseHosts } from './hosts';
import { SnakeNaming } from './naming';
import { migrationsOfTheHouse } from './migrations';

/** Options of a connection pool for one database account. */
export function dataSourceOptions(
  account: DatabaseAccount,
  extras: { logger?: Logger; poolSize?: number } = {},
): DataSourceOptions {
  const hosts = hostsOf(account);
  return {
    type: 'mariadb',
    // Left to itself it would look for another copy of the driver, whose values are not ours.
    driver: mysql2,
    ...(account.socketPath ? { socketPath: account.socketPath } : account.hosts[0]),
    username: account.user,
    password: account.password,
    database: account.database,
    entities: declaredEntities(),
    migrations: migrationsOfTheHouse(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    poolSize: extras.poolSize ?? 8,
    logging: extras.logger ? ['query'] : false,
    ...(extras.logger ? { logger: extras.logger } : {}),
    extra: {
      multipleStatements: false,
      jsonStrings: true,
      connectTimeout: 5000,
      enableKeepAlive: true,
      maxPreparedStatements: 500,
      ...(hosts ? { stream: Object.assign(() => hosts.open(), { hosts }) } : {}),
    },
  } as DataSourceOptions;
}

/** Opens a pool and checks that the server is one we support; of several servers, the first that works. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const hosts = hostsIn(options);
  for (let left = hosts?.all.length ?? 1; ; left -= 1) {
    const source = new DataSource(options);
    try {
      await hosts?.settle();
      await source.initialize();
      return source;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

/** The servers a pool chooses from. */
export const hostsIn = ({ extra }: Pick<DataSourceOptions, 'extra'>): DatabaseHosts | undefined =>
  (extra as { stream?: { hosts: DatabaseHosts } } | undefined)?.stream?.hosts;
