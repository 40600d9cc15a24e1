import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../../test/world';
import { aFolder, anInstallation, aside, type Pair } from '../backup.fixture';
import { Backups, Restore } from '..';
import type { RestoreHands } from './restore';

let world: World;
let data: Pair;
let scratch: string;
let before: string;
const folder = aFolder();

beforeAll(async () => {
  const places = { BACKUP_TARGET: join(folder.path, 'data'), BACKUP_SAFE_TARGET: join(folder.path, 'keys') };
  world = await aWorld(places);
  [scratch, before] = [`${world.database.name}_verify`, `${world.database.name}_before`];
  const { owner, acme, data: pair } = await anInstallation(world);
  data = pair;
  await aside(world, () => world.app.get(Backups).create({ verify: false }));
  await owner.post('/contacts', { organisationId: acme.id, name: 'After the backup' });
});
beforeEach(() => world.sql("UPDATE node_status SET seen_at = '2000-01-01'"));
afterEach(() => world.sql(`DROP DATABASE IF EXISTS \`${scratch}\``));
afterAll(async () => {
  await world.close();
  folder.done();
});

/** Another process begins, and fills the scratch schema with tables of its own. */
async function takeOver(): Promise<void> {
  const lease = `\`${scratch}\`.scratch_lease`;
  const theirs = await world.sql(
    `UPDATE ${lease} SET holder = UUID(), term = term + 1, held_until = UTC_TIMESTAMP(6) + INTERVAL 1 DAY`,
  );
  expect(theirs).toMatchObject({ affectedRows: 1 });
  await world.sql(`CREATE TABLE \`${scratch}\`.theirs (id INT)`);
}

/** What people have: rows, tables, and the guards of the log. */
const present = async (): Promise<unknown> => [
  await world.sql('SELECT name FROM contact ORDER BY name'),
  await world.sql('SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1'),
  await world.sql('SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY 1'),
];

/** What a restore ends with, and what it said. */
async function restored(migrate: RestoreHands['migrate']): Promise<{ outcome: string; told: string[] }> {
  const told: string[] = [];
  const restore = await Restore.open(world.settings, { identities: [data.identity] });
  const outcome = await restore.run({ migrate, tell: (sentence) => void told.push(sentence) }).then(
    () => 'restored',
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  );
  return { outcome, told };
}

describe('a restore whose scratch schema is taken over by another process', () => {
  const lost = (): string =>
    `BackupError: This process was not heard of for a while, and another one has taken the schema ${scratch} over`;
  const unharmed = async (was: unknown): Promise<void> => {
    expect(await present()).toEqual(was);
    expect(was).toContainEqual([{ name: 'After the backup' }]);
    expect(await world.sql('SHOW DATABASES LIKE ?', [before.replaceAll('_', String.raw`\_`)])).toEqual([]);
    // What the other one has there is not removed under its hands.
    expect(await world.sql(`SHOW TABLES IN \`${scratch}\` LIKE 'theirs'`)).toHaveLength(1);
  };

  it('ends before the tables change places', async () => {
    const was = await present();
    const { outcome } = await restored(async (_settings, how) => {
      if (how) await takeOver();
      return [];
    });
    await unharmed(was);
    expect(outcome).toContain(lost());
  });

  it('puts back what was here where that happened while they changed places', async () => {
    const was = await present();
    const { outcome } = await restored(async (_settings, how) => {
      if (!how) await takeOver();
      return [];
    });
    await unharmed(was);
    expect(outcome).toContain(lost());
  });

  it('believes nothing it has read there', async () => {
    const was = await present();
    const loading = restored(() => Promise.resolve([]));
    // Not before its first table: until then it has nothing to lose, and says that somebody else is there.
    await expect
      .poll(
        () =>
          world.sql(`SHOW TABLES IN \`${scratch}\``).then(
            ({ length }) => length > 1,
            () => false,
          ),
        {
          interval: 5,
          timeout: 30_000,
        },
      )
      .toBe(true);
    await takeOver();
    const { outcome, told } = await loading;
    expect(outcome).toContain(lost());
    expect(told.join(' ')).not.toContain('It is whole');
    await unharmed(was);
  });
});
