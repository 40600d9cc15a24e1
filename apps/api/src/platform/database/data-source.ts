import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import type { DatabaseAccount } from '../config/database-account';
import { declaredEntities } from './ownership';
import { SnakeNaming } from './naming';
import { migrationsOfTheHouse } from './migrations';

/** Options of a connection pool for one database account. */
export function dataSourceOptions(
  account: DatabaseAccount,
  extras: { logger?: Logger; poolSize?: number } = {},
): DataSourceOptions {
  return {
    type: 'mariadb',
    ...(account.socketPath ? { socketPath: account.socketPath } : { host: account.host, port: account.port }),
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
    },
  } as DataSourceOptions;
}

/** Opens a pool and checks that the server is one we support. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource(options);
  await source.initialize();
  return source;
}
