import { readDatabaseHosts, readDatabaseUrl, type DatabaseHost } from './database-hosts';
import type { Settings } from './settings';

/** How one database account connects. */
export interface DatabaseAccount {
  socketPath?: string;
  /** Where it is reached unless by that socket, in the order of preference. */
  hosts: readonly DatabaseHost[];
  user: string;
  password: string;
  database: string;
}

/** The connection of one of the accounts; with DATABASE_URL all work runs under that one. */
export function databaseAccount(
  settings: Settings,
  role: 'application' | 'migration' | 'retention' | 'administrator',
): DatabaseAccount {
  if (settings.DATABASE_URL) return { ...readDatabaseUrl(settings.DATABASE_URL) };
  const [user, password] = {
    application: [settings.DATABASE_USER, settings.DATABASE_PASSWORD],
    migration: [settings.MIGRATION_DATABASE_USER, settings.MIGRATION_DATABASE_PASSWORD],
    retention: [settings.RETENTION_DATABASE_USER, settings.RETENTION_DATABASE_PASSWORD],
    administrator: [settings.ADMIN_DATABASE_USER, settings.ADMIN_DATABASE_PASSWORD],
  }[role] as [string, string];
  return {
    socketPath: settings.DATABASE_SOCKET,
    hosts: readDatabaseHosts(settings.DATABASE_HOST, settings.DATABASE_PORT),
    user,
    password,
    database: settings.DATABASE_NAME,
  };
}
