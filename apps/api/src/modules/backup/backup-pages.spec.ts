import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../test/world';
import { JobWorker, Scheduler } from '../../platform/jobs';
import { aFolder, aPair, anInstallation, type Pair } from './backup.fixture';

let world: World;
let admin: Person;
let keys: Pair;
const folder = aFolder();

beforeAll(async () => {
  world = await aWorld({ BACKUP_TARGET: join(folder.path, 'data'), BACKUP_SAFE_TARGET: join(folder.path, 'keys') });
  ({ keys } = await anInstallation(world));
  admin = await world.person({ platformAdmin: true, name: 'Dana' });
  await world.app.get(Scheduler).prepare();
});
afterAll(async () => {
  await world.close();
  folder.done();
});

const run = async (name: string): Promise<Record<string, unknown>> => {
  await world.app.get(JobWorker).drain();
  const [job] = await world.sql('SELECT state, result, error_detail FROM job WHERE name = ? ORDER BY created_at DESC', [
    name,
  ]);
  return job ?? {};
};

describe('backups, for administrators', () => {
  it('are told to be missing until one was made and proved', async () => {
    const { body } = await admin.get('/backups');
    expect(body).toMatchObject({ verifiedFrom: null, tooOld: true, openable: true, onOwnDisk: false, runs: [] });
    expect(body.recipients.map((one: { name: string }) => one.name)).toEqual(['Olga', 'Kim']);
  });

  it('are made by the worker when somebody asks, once for two who ask at a time', async () => {
    const [one, two] = [await admin.post('/backups'), await admin.post('/backups')];
    expect([one.status, two.status, two.body.jobId]).toEqual([202, 202, one.body.jobId]);
    expect((await admin.get('/backups')).body.making).toBe(true);
    expect((await run('backup.make'))['state']).toBe('done');
    const { body } = await admin.get('/backups');
    expect(body).toMatchObject({ tooOld: false, making: false, runs: [{ state: 'verified', problem: null }] });
    expect(Date.now() - Date.parse(body.verifiedFrom)).toBeLessThan(600_000);
    expect(await world.events({ action: 'backup.requested' })).toHaveLength(2);
  });

  it('are made at night, not twice, and not before anybody could open one', async () => {
    await admin.post('/schedules/backup.nightly/run');
    expect(JSON.parse(String((await run('backup.nightly'))['result']))).toEqual({
      skipped: 'one was made and proved already',
    });
    await world.sql(
      'UPDATE backup_run SET made_at = made_at - INTERVAL 2 DAY, verified_at = verified_at - INTERVAL 2 DAY',
    );
    expect((await admin.get('/backups')).body.tooOld).toBe(true);
    await admin.post('/schedules/backup.nightly/run');
    expect((await run('backup.nightly'))['state']).toBe('done');
    expect((await admin.get('/backups')).body).toMatchObject({ tooOld: false });
  });

  it('show what went wrong with one', async () => {
    await world.sql('UPDATE organisation_key SET wrapped = REVERSE(wrapped) LIMIT 1');
    await admin.post('/backups');
    const job = await run('backup.make');
    await world.sql('UPDATE organisation_key SET wrapped = REVERSE(wrapped) ORDER BY id LIMIT 1');
    expect([job['state'], String(job['error_detail'])]).toEqual(['failed', expect.stringContaining('does not open')]);
    expect((await admin.get('/backups')).body.runs[0]).toMatchObject({ state: 'failed' });
  });

  it('are locked for whom an administrator names, with a fresh proof of identity, and never for one key twice', async () => {
    const { recipient, identity } = await aPair();
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    const input = { kind: 'keys', name: 'Ines', recipient };
    expect((await tired.post('/backups/recipients', input)).body.code).toBe('step_up.required');
    const added = await admin.post('/backups/recipients', input);
    expect(added).toMatchObject({ status: 201, body: { ...input, addedName: 'Dana' } });
    expect(
      (await admin.post('/backups/recipients', { ...input, kind: 'data', recipient: keys.recipient })).body,
    ).toMatchObject({ code: 'backup.recipient_known' });
    const secret = await admin.post('/backups/recipients', { ...input, recipient: identity });
    expect(secret.body).toMatchObject({ status: 400, errors: [{ pointer: '/recipient', code: 'secret' }] });
    expect((await tired.delete(`/backups/recipients/${added.body.id}`)).body.code).toBe('step_up.required');
    expect((await admin.delete(`/backups/recipients/${added.body.id}`)).status).toBe(204);
    expect((await admin.delete(`/backups/recipients/${added.body.id}`)).status).toBe(404);
    expect(await world.events({ action: 'backup.recipient_removed', targetId: added.body.id })).toHaveLength(1);
  });

  it('are told over GraphQL as over REST, however large they are', async () => {
    await world.sql('UPDATE backup_run SET bytes = ?', [6_000_000_000]);
    const { runs, recipients, verifiedFrom } = (await admin.get('/backups')).body;
    expect(runs[0].bytes).toBe(6_000_000_000);
    const asked = await admin.graphql(
      '{ backups { verifiedFrom runs { id bytes state } recipients { name kind recipient } } }',
    );
    expect(asked.body.data.backups).toEqual({
      verifiedFrom,
      runs: runs.map(({ id, bytes, state }: Record<string, unknown>) => ({ id, bytes, state })),
      recipients: recipients.map(({ name, kind, recipient }: Record<string, unknown>) => ({ name, kind, recipient })),
    });
  });

  it('are nobody else’s business', async () => {
    const somebody = await world.person();
    const asked = await somebody.graphql('{ backups { tooOld } }');
    expect(asked.body.errors[0].extensions.code).toBe('platform.admin_required');
    for (const answer of [await somebody.get('/backups'), await somebody.post('/backups')])
      expect(answer.status).toBe(403);
    expect((await world.nobody().get('/backups')).status).toBe(401);
  });
});
