import './modules';
import './platform/events/migrations';
import './platform/jobs/migrations';
import './platform/keys/migrations';
import { databaseAccount, type Settings } from './platform/config';
import { applyGrants } from './platform/database/grants';
import { dataSourceOptions, openDataSource } from './platform/database/data-source';

/**
 * Brings the schema up to date under the migration account and gives the other accounts their least rights, unless it is a
 * schema nobody else works in. Answers what ran.
 */
export async function migrate(settings: Settings, { grants = true } = {}): Promise<string[]> {
  const source = await openDataSource(dataSourceOptions(databaseAccount(settings, 'migration'), { poolSize: 1 }));
  try {
    const ran = await source.runMigrations({ transaction: 'none' });
    if (grants && !settings.DATABASE_URL)
      await applyGrants(source, { application: settings.DATABASE_USER, retention: settings.RETENTION_DATABASE_USER });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
