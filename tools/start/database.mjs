import { join } from 'node:path';
import { accountNames, startPrivateMariaDb } from '../mariadb/index.mjs';
import { checkDatabaseUrl } from './database-url.mjs';
import { databasePasswords, passwordFile } from './secrets.mjs';

/** Name of the schema in our private database. */
export const SCHEMA = 'st0r';

/** How the API reaches the private database; passwords go by file, so no process listing or environment shows them. */
export function privateDatabaseEnvironment(socket, secretsDir) {
  const names = accountNames(SCHEMA);
  return {
    DATABASE_SOCKET: socket,
    DATABASE_NAME: SCHEMA,
    DATABASE_USER: names.application,
    DATABASE_PASSWORD_FILE: passwordFile(secretsDir, 'application'),
    MIGRATION_DATABASE_USER: names.migration,
    MIGRATION_DATABASE_PASSWORD_FILE: passwordFile(secretsDir, 'migration'),
    RETENTION_DATABASE_USER: names.retention,
    RETENTION_DATABASE_PASSWORD_FILE: passwordFile(secretsDir, 'retention'),
  };
}

/**
 * Opens the database to use: the one of DATABASE_URL, or our private one.
 * Answers { words, env, stop() } and, for the private one, the server itself.
 */
export async function openDatabase({ databaseUrl, dataDir, secretsDir, memory }) {
  if (databaseUrl) {
    const version = await checkDatabaseUrl(databaseUrl);
    return { words: `MariaDB ${version} at DATABASE_URL`, env: {}, stop: async () => {} };
  }
  const { root, ...passwords } = databasePasswords(secretsDir);
  const server = await startPrivateMariaDb({
    dataDir: join(dataDir, 'mariadb'),
    memory,
    rootPassword: root,
    schemas: [{ name: SCHEMA, passwords }],
  });
  const found = server.tookOver ? ', after stopping one left behind by a killed start' : '';
  return {
    words: `MariaDB ${server.version} runs on a private socket${found}`,
    env: privateDatabaseEnvironment(server.socket, secretsDir),
    stop: server.stop,
    server,
  };
}
