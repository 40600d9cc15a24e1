import type { Settings } from './settings';

/** How one database account connects. */
export interface DatabaseAccount {
  socketPath?: string;
  host?: string;
  port?: number;
  user: string;
  password: string;
  database: string;
}

/** The connection of one of the accounts; with DATABASE_URL all work runs under that one. */
export function databaseAccount(
  settings: Settings,
  role: 'application' | 'migration' | 'retention' | 'administrator',
): DatabaseAccount {
  if (settings.DATABASE_URL) {
    const url = new URL(settings.DATABASE_URL);
    return {
      host: url.hostname,
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: url.pathname.slice(1),
    };
  }
  const [user, password] = {
    application: [settings.DATABASE_USER, settings.DATABASE_PASSWORD],
    migration: [settings.MIGRATION_DATABASE_USER, settings.MIGRATION_DATABASE_PASSWORD],
    retention: [settings.RETENTION_DATABASE_USER, settings.RETENTION_DATABASE_PASSWORD],
    administrator: [settings.ADMIN_DATABASE_USER, settings.ADMIN_DATABASE_PASSWORD],
  }[role] as [string, string];
  return {
    socketPath: settings.DATABASE_SOCKET,
    host: settings.DATABASE_HOST,
    port: settings.DATABASE_PORT,
    user,
    password,
    database: settings.DATABASE_NAME,
  };
}
