import { databaseAccount, type Settings } from '../config';

/**
 * What an administrator of MariaDB runs where DATABASE_URL gives one account to everything: its schema, the one beside it
 * in which backups are tried out, and the one that keeps what was there until a restore is done.
 */
export function oneAccountStatements(settings: Settings, host: string): string[] {
  const { user, password, database } = databaseAccount(settings, 'application');
  if (password === '') throw new Error('An account without a password is never made: DATABASE_URL names none.');
  const account = `${quoted(user)}@${quoted(host)}`;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${database.replaceAll('`', '``')}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY ${quoted(password)}`,
    ...[database, `${database}_verify`, `${database}_before`].map(
      (schema) => `GRANT ALL PRIVILEGES ON ${exactly(schema)}.* TO ${account}`,
    ),
  ];
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

// In a grant, _ would stand for any letter and % for any text.
const exactly = (schema: string): string => `\`${schema.replaceAll('`', '``').replaceAll(/[_%]/g, '\\$&')}\``;
