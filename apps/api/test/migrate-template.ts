import { migrate } from '../src/migrate';
import { readSettings } from '../src/platform/config';
import type { TestDatabaseSettings } from './test-schema';

/** Migrates the schema every spec file gets a copy of. */
export async function migrateTemplate(settings: TestDatabaseSettings): Promise<void> {
  process.env.TZ = 'UTC';
  await migrate(readSettings(settings.env));
}
