import './modules';
import './platform/events/migrations';
import './platform/jobs/migrations';
import './platform/keys/migrations';
import { databaseAccount, type Settings } from './platform/config';
import { applyGrants } from './platform/database/grants';
import { dataSourceOptions, openDataSource } from './platform/database/data-source';

/** As long as a step over a large table may take elsewhere. */
const PATIENCE_SECONDS = 600;

/**
 * Brings the schema up to date under the migration account and gives the other accounts their least rights, unless it is a
 * schema nobody else works in. Answers what ran.
 */
export async function migrate(settings: Settings, { grants = true } = {}): Promise<string[]> {
  const source = await openDataSource(dataSourceOptions(databaseAccount(settings, 'migration'), { poolSize: 1 }));
  try {
    await alone(source);
    const ran = await source.runMigrations({ transaction: 'none' });
    if (grants && !settings.DATABASE_URL)
      await applyGrants(source, { application: settings.DATABASE_USER, retention: settings.RETENTION_DATABASE_USER });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Nodes that start at the same time wait for each other; the lock is the connection's and ends with it. */
async function alone(source: Awaited<ReturnType<typeof openDataSource>>): Promise<void> {
  const [lock] = await source.query<{ mine: number }[]>(
    `SELECT GET_LOCK(CONCAT(DATABASE(), '.migrate'), ${PATIENCE_SECONDS}) AS mine`,
  );
  if (Number(lock?.mine) !== 1)
    throw new Error(`Another process has been bringing the schema up to date for ${PATIENCE_SECONDS / 60} minutes.`);
}
