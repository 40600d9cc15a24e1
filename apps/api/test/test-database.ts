import { inject } from 'vitest';
import { replayTemplate } from './schema-template';
import { createSchema, dropSchema, type TestDatabaseSettings } from './test-schema';

export { connectAsRoot, type TestAccount, type TestDatabaseSettings, type TestServer } from './test-schema';

/** A schema of one spec file. */
export interface TestDatabase extends TestDatabaseSettings {
  /** Removes the schema and its accounts. */
  drop(): Promise<void>;
}

/** An empty schema with three accounts; the application account may do nothing until migrations say so. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const settings = await createSchema(server);
  return { ...settings, drop: () => dropSchema(server, settings) };
}

/** A migrated schema with its reference rows, triggers and grants, copied from the one made once per run. */
export async function migratedTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await replayTemplate(inject('testServer'), inject('template'), database);
  return database;
}
