import { randomBytes } from 'node:crypto';
import { createConnection, type Connection } from 'mysql2/promise';
import { accountNames, dropStatements, schemaStatements } from '../../../tools/mariadb/index.mjs';

/** The MariaDB of this test run. */
export interface TestServer {
  socket: string;
  rootPassword: string;
}

/** One database account. */
export interface TestAccount {
  user: string;
  password: string;
}

/** How to reach one schema, as an object and as the environment the API reads. */
export interface TestDatabaseSettings {
  socket: string;
  name: string;
  migration: TestAccount;
  application: TestAccount;
  retention: TestAccount;
  env: Record<string, string>;
}

/** A connection of the administrator, optionally inside a schema; close it yourself. */
export function connectAsRoot(server: TestServer, database?: string): Promise<Connection> {
  const { socket, rootPassword } = server;
  return createConnection({ socketPath: socket, user: 'root', password: rootPassword, database });
}

/** An empty schema with a random name and its three accounts. */
export async function createSchema(server: TestServer, purpose = 'test'): Promise<TestDatabaseSettings> {
  const name = `st0r_${purpose}_${randomBytes(5).toString('hex')}`;
  const secret = (): string => randomBytes(9).toString('base64url');
  const passwords = { migration: secret(), application: secret(), retention: secret() };
  await asRoot(server, schemaStatements(name, passwords));
  return settingsOf(server, name, passwords);
}

/** Removes a schema and its accounts. */
export function dropSchema(server: TestServer, { name }: TestDatabaseSettings): Promise<void> {
  return asRoot(server, dropStatements(name));
}

async function asRoot(server: TestServer, statements: string[]): Promise<void> {
  const connection = await connectAsRoot(server);
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

type Passwords = Record<'migration' | 'application' | 'retention', string>;

function settingsOf({ socket }: TestServer, name: string, passwords: Passwords): TestDatabaseSettings {
  const users = accountNames(name);
  const account = (role: keyof Passwords): TestAccount => ({ user: users[role], password: passwords[role] });
  const [migration, application, retention] = [account('migration'), account('application'), account('retention')];
  const env = {
    DATABASE_SOCKET: socket,
    DATABASE_NAME: name,
    DATABASE_USER: application.user,
    DATABASE_PASSWORD: application.password,
    MIGRATION_DATABASE_USER: migration.user,
    MIGRATION_DATABASE_PASSWORD: migration.password,
    RETENTION_DATABASE_USER: retention.user,
    RETENTION_DATABASE_PASSWORD: retention.password,
  };
  return { socket, name, migration, application, retention, env };
}
