import { z } from 'zod';
import { readDatabaseHosts, readDatabaseUrl } from './database-hosts';
import { text, understood, whole } from './setting-kinds';

/** Where the database is and under which accounts the house works in it. */
export const DATABASE_SETTINGS = {
  DATABASE_URL: understood(z.string().startsWith('mysql://', 'starts with mysql://'), readDatabaseUrl)
    .optional()
    .describe(
      'An existing MariaDB >= 10.11 instead of the private one: mysql://user:password@host:3306/database. Several servers of one cluster are named like those of DATABASE_HOST.',
    ),
  DATABASE_SOCKET: text().optional().describe('Unix socket of a MariaDB on this machine; goes before DATABASE_HOST.'),
  DATABASE_HOST: understood(text('127.0.0.1'), (hosts) => readDatabaseHosts(hosts)).describe(
    'Host of a MariaDB reached over the network. Of a cluster several, `db1,db2:3307,db3`: the first that works is used, and the first of all again once it does. Name them in the same order everywhere.',
  ),
  DATABASE_PORT: whole(1, 65535).default(3306).describe('Port of that MariaDB, where the host names none.'),
  DATABASE_NAME: text('clientst0r').describe('Schema name.'),
  DATABASE_USER: text('st0r_app').describe('Application account: no DDL, and no UPDATE or DELETE on events.'),
  DATABASE_PASSWORD: z.string().default('').describe('Password of the application account.'),
  DATABASE_POOL: whole(1, 64).default(8).describe('Connections in the pool; near twice the number of cores.'),
  DATABASE_TIMEOUT_SECONDS: whole(1, 86_400)
    .default(15)
    .describe('Longest wait for a connection or for an answer of the database; then the request ends with 503.'),
  MIGRATION_DATABASE_USER: text('st0r_migrate').describe('Account that owns the schema; used by migrations only.'),
  MIGRATION_DATABASE_PASSWORD: z.string().default('').describe('Password of the migration account.'),
  RETENTION_DATABASE_USER: text('st0r_retention').describe(
    'Account that seals events and keeps retention; used by the worker only.',
  ),
  RETENTION_DATABASE_PASSWORD: z.string().default('').describe('Password of the retention account.'),
  ADMIN_DATABASE_USER: text('root').describe(
    "The database's administrator; used by `st0r migrate --prepare` only, to make the three accounts.",
  ),
  ADMIN_DATABASE_PASSWORD: z.string().default('').describe('Password of the administrator.'),
} as const;
