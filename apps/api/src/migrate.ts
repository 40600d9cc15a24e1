import { setTimeout as sleep } from 'node:timers/promises';
import './modules';
import './platform/events/migrations';
import './platform/jobs/migrations';
import './platform/keys/migrations';
import { databaseAccount, type Settings } from './platform/config';
import { applyGrants } from './platform/database/grants';
import { dataSourceOptions, openDataSource } from './platform/database/data-source';
import { isConflict } from './platform/database/conflict';
import { Lease, type LeaseDoor } from './platform/database/lease';
import { applyRowViews } from './platform/database/row-views/row-views';
import { leaseTable } from './platform/database/lease-table';

/** As long as a step over a large table may take elsewhere, and shorter than st0r-migrate.service may. */
const PATIENCE_MS = 1_700_000;
const LOOK_MS = 250;

/** The schema was not brought up to date; for whoever asked for it at a command line. */
export class MigrationFailed extends Error {
  constructor({ message }: Error) {
    super(
      `The schema is not up to date: ${message.replace(/\.?$/, '.')} Nothing is lost: a step that was cut off is as if it had not begun, or is there already. Put that right, then repeat: st0r migrate`,
    );
    this.name = 'MigrationFailed';
  }
}

/**
 * Brings the schema up to date under the migration account and gives the other accounts their least rights, unless it is a
 * schema nobody else works in. Answers what ran.
 */
export async function migrate(settings: Settings, { grants = true } = {}): Promise<string[]> {
  const source = await openDataSource(dataSourceOptions(databaseAccount(settings, 'migration'), { poolSize: 2 }));
  let lease: Lease | undefined;
  try {
    lease = await alone(source);
    const ran = await source.runMigrations({ transaction: 'none' });
    await applyRowViews(doorOf(source));
    if (grants && !settings.DATABASE_URL)
      await applyGrants(source, { application: settings.DATABASE_USER, retention: settings.RETENTION_DATABASE_USER });
    return ran.map((migration) => migration.name);
  } finally {
    await lease?.end().catch(() => undefined);
    await source.destroy();
  }
}

type Source = Awaited<ReturnType<typeof openDataSource>>;

const doorOf = (source: Source): LeaseDoor => ({
  query: <T>(text: string, params: readonly unknown[] = []) => source.query<T[]>(text, [...params]),
});

/**
 * Nodes that start at the same time wait for each other. The lease is kept alive over a second connection, because a step
 * may hold the first one for long; whoever is killed loses it after seconds.
 */
async function alone(source: Source): Promise<Lease> {
  // The first step of all cannot have made it yet.
  await source.query(leaseTable('lease'));
  const door = doorOf(source);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
    // A step over a large table holds up the other's sign of life as well, so that the database may refuse both.
    const lease = await Lease.take(door, 'migrate').catch((error: unknown) => {
      if (!isConflict(error)) throw error;
    });
    if (lease) return lease;
  }
  throw new Error(
    `Another process has been bringing the schema up to date for ${Math.round(PATIENCE_MS / 60_000)} minutes.`,
  );
}
