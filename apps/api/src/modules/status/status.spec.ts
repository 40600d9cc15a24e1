import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../test/world';
import { LastBackup } from '../../platform/health/last-backup';
import { Presence } from '../../platform/keys';
import type { Finding } from './finding';
import { Findings } from './findings.service';

interface Said {
  name: string;
  state: string;
  says: string;
}

let world: World;
let admin: Person;
beforeAll(async () => {
  world = await aWorld();
  admin = await world.person({ platformAdmin: true });
});
afterAll(() => world.close());

const status = async () => (await admin.get('/status')).body;
const finding = async (name: string): Promise<Said> =>
  ((await status()).findings as Said[]).find((one) => one.name === name) ?? { name, state: 'missing', says: '' };

describe('the status of the installation', () => {
  it('names nodes with the release they run, the disk, the database and what was checked', async () => {
    await world.app.get(Presence).beat('api');
    const body = await status();
    expect(body.nodes).toMatchObject([{ role: 'api', version: body.version }]);
    expect(body.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(body.runtime).toBe(process.version);
    expect(body.disks).toMatchObject([{ folder: world.settings.DATA_DIR, freeMegabytes: expect.any(Number) }]);
    expect(body.database).toMatchObject({ version: expect.stringContaining('MariaDB'), mostConnections: 6 });
    expect(body.database.schema).toMatch(/^\w+\d{13}$/);
    expect(body.findings.map(({ name }: Said) => name)).toEqual([
      ...['database', 'schema', 'clock', 'seals', 'root keys', 'data keys', 'recovery kit'],
      ...['worker', 'nodes', 'jobs', 'schedules', 'mail', 'redis', 'disk', 'certificate', 'backup'],
    ]);
  });

  it('is as bad as its worst finding', async () => {
    expect(await finding('worker')).toMatchObject({ state: 'wrong', says: expect.stringContaining('No worker runs') });
    expect((await status()).state).toBe('wrong');
  });

  it('says that a job waits and that a mail did not arrive', async () => {
    expect(await finding('jobs')).toMatchObject({ state: 'ok' });
    await world.sql(
      `INSERT INTO job (id, name, pace, state, actor_type, actor_id, actor_name, request_id, due_at, attempts, created_at, changed_at)
       VALUES (UUID(), 'status.test', 'quick', 'queued', 'system', UUID(), 'x', 'x', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`,
    );
    expect(await finding('jobs')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('Is a worker running'),
    });
    await world.sql("DELETE FROM job WHERE name = 'status.test'");
  });

  it('knows the age of backups once somebody makes them', async () => {
    const insert =
      "INSERT INTO backup_run (id, name, state, place, started_at, made_at, verified_at) VALUES (UUID(), ?, 'verified', 'x', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) - INTERVAL ? DAY, UTC_TIMESTAMP(6))";
    expect(await finding('backup')).toMatchObject({ state: 'warning', says: expect.stringContaining('No backup') });
    await world.sql(insert, ['old', 4]);
    expect(await finding('backup')).toMatchObject({ state: 'wrong', says: expect.stringContaining('4 days') });
    await world.sql(insert, ['new', 1]);
    expect(await finding('backup')).toMatchObject({ state: 'ok', says: expect.stringContaining('a day old') });
  });

  it('judges by the newest backup that was proved, not by the newest one', async () => {
    const days = (n: number): Date => new Date(Date.now() - n * 86_400_000);
    const backups = world.app.get(LastBackup);
    backups.from(async () => ({ madeAt: days(0), verifiedFrom: null }));
    expect(await finding('backup')).toMatchObject({ state: 'warning' });
    backups.from(async () => ({ madeAt: days(0), verifiedFrom: days(1) }));
    expect(await finding('backup')).toMatchObject({ state: 'ok' });
    backups.from(async () => ({ madeAt: days(0), verifiedFrom: days(9) }));
    expect(await finding('backup')).toMatchObject({ state: 'wrong', says: expect.stringContaining('9 days') });
  });

  it('is carried on by one check that fails', async () => {
    world.app.get(LastBackup).from(() => Promise.reject(new Error('The shelf is locked.')));
    expect(await finding('backup')).toMatchObject({ state: 'wrong', says: 'The shelf is locked.' });
    expect(await finding('database')).toMatchObject({ state: 'ok' });
  });

  it('misses records the palette does not find, when it looks deep', async () => {
    const acme = await world.organisation('Searched');
    await (await world.person({ roles: [[acme, 'owner']] })).post('/sites', { organisationId: acme.id, name: 'Attic' });
    const index = async (): Promise<Finding | undefined> =>
      (await world.inside(() => world.app.get(Findings).look({ deep: true }))).find(
        ({ name }) => name === 'search index',
      );
    expect(await index()).toMatchObject({ state: 'ok' });
    await world.sql("DELETE FROM search_entry WHERE type = 'site'");
    expect(await index()).toMatchObject({ state: 'warning', says: expect.stringContaining('1 of site: st0r search') });
  });

  it('is nobody else’s business', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    expect((await owner.get('/status')).status).toBe(403);
    expect((await world.nobody().get('/status')).status).toBe(401);
  });
});

describe('the start of a process', () => {
  it('is over when it answers, unless a step of the schema is missing, which is counted', async () => {
    const { status: code, body } = await world.nobody().get('/health/startup');
    expect([code, body]).toEqual([200, { status: 'ready', checks: { schema: 'ok' } }]);
    await world.sql("DELETE FROM schema_migration WHERE name = 'NodeVersion1765300000000'");
    const { status: later, body: after } = await world.nobody().get('/health/startup');
    expect([later, after.status]).toEqual([503, 'starting']);
    expect(after.checks.schema).toBe('1 steps of the schema are missing: st0r migrate');
    expect(await finding('schema')).toMatchObject({ state: 'wrong' });
  });
});
