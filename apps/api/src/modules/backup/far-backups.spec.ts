import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BucketServer } from '../../../../../tools/s3/bucket-server.mjs';
import { startSshd, type Sshd } from '../../../../../tools/ssh/sshd.mjs';
import { aWorld, type World } from '../../../test/world';
import { anInstallation, aside, type Pair } from './backup.fixture';
import { BackupBook, BackupPruner, Backups, TargetBook } from '.';

let world: World;
let bucket: BucketServer;
let far: Sshd;
let pairs: { data: Pair; keys: Pair };
let name: string;

beforeAll(async () => {
  [bucket, far] = [await BucketServer.start('backups'), await startSshd()];
  bucket.pageSize = 2;
  world = await aWorld({
    BACKUP_TARGET: `s3://backups/st0r?endpoint=${bucket.address}`,
    BACKUP_TARGET_SECRET: `${bucket.keyId}:${bucket.secret}`,
    BACKUP_SAFE_TARGET: `sftp://${far.user}@127.0.0.1:${far.port}${far.folder}/safe?hostkey=${far.hostKey}`,
    BACKUP_SAFE_TARGET_SECRET: far.key,
  });
  pairs = await anInstallation(world);
  const made = await aside(world, () => world.app.get(Backups).create());
  expect(made.proof).toMatchObject({ problems: [], organisations: 2 });
  name = made.name;
});
afterAll(async () => {
  await world?.close();
  await far?.stop();
  await bucket?.stop();
});

const create = () => aside(world, () => world.app.get(Backups).create());
const safe = (): string[] => readdirSync(join(far.folder, 'safe')).sort();

describe('a backup whose data lies in a bucket and whose keys lie on another machine', () => {
  it('was made and proved there, and left nothing on this disk', async () => {
    expect(bucket.keys('backups')).toEqual(
      expect.arrayContaining([`st0r/${name}/database.sql.zst.age`, `st0r/${name}/manifest.txt`]),
    );
    expect(readdirSync(join(far.folder, 'safe', name)).sort()).toEqual(['keys.json.zst.age', 'manifest.txt']);
    for (const folder of ['backups', 'backup-keys'])
      expect(existsSync(join(world.settings.DATA_DIR, folder))).toBe(false);
    expect((await world.app.get(BackupBook).recent())[0]).toMatchObject({ name, state: 'verified' });
  });

  it('is proved again with the keys of its recipients, both halves read from there', async () => {
    const keys = { data: [pairs.data.identity], keys: [pairs.keys.identity] };
    const { proof } = await aside(world, () => world.app.get(Backups).verify(name, keys));
    expect(proof.problems).toEqual([]);
  });

  it('is pruned by the rules of its target; what was never finished goes, too', async () => {
    const [old, begun] = ['20240101T020000Z-00aa', '20240102T020000Z-00aa'];
    bucket.buckets.get('backups')?.set(`st0r/${old}/database.sql.zst.age`, Buffer.from('never finished'));
    bucket.uploads.set('left', { bucket: 'backups', key: `st0r/${begun}/database.sql.zst.age` });
    const gone = await aside(world, () => world.app.get(BackupPruner).prune());
    expect(gone).toEqual({ data: [old, begun], keys: [] });
    expect([bucket.keys('backups').some((key) => key.includes(old)), bucket.uploads.size]).toEqual([false, 0]);
  });
});

describe('a backup that fails there', () => {
  it('says in the books what is wrong, and leaves nothing of its data', async () => {
    const before = bucket.keys('backups');
    bucket.meet = (call) => (call.startsWith('PUT') ? 'AccessDenied' : undefined);
    await expect(create()).rejects.toThrow('The access key is not allowed to do this. It needs s3:ListBucket');
    bucket.meet = () => undefined;
    expect(bucket.keys('backups')).toEqual(before);
    const [run] = await world.app.get(BackupBook).recent();
    expect(run).toMatchObject({ state: 'failed', problem: expect.stringContaining('(s3://backups/st0r at http') });
  });

  it('sends nothing to a machine that is not the one it was', async () => {
    const before = safe();
    await far.kill();
    await far.start({ hostKey: 'other-host' });
    await expect(create()).rejects.toThrow(`its key is ${far.otherHostKey}, and it should be ${far.hostKey}`);
    await far.kill();
    await far.start();
    expect(safe()).toEqual(before);
  });

  it('is seen on the page: which place is lost, and when it is there again', async () => {
    const admin = await world.person({ platformAdmin: true });
    const targets = async () => (await admin.get('/backups')).body.targets;
    const [data, keys] = await targets();
    expect(data).toMatchObject({
      half: 'data',
      kind: 's3',
      problem: null,
      backups: 1,
      place: expect.stringContaining('s3://'),
    });
    expect(Date.now() - Date.parse(data.verifiedFrom)).toBeLessThan(3_600_000);
    expect(keys).toMatchObject({ half: 'keys', kind: 'sftp', problem: expect.stringContaining('Nothing was sent') });
    // What lay there when it was last seen: also the keys of the backup whose data was refused.
    expect([keys.backups, keys.verifiedFrom]).toEqual([2, data.verifiedFrom]);
    await aside(world, () => world.app.get(TargetBook).keep());
    expect(await targets()).toMatchObject([{ problem: null }, { problem: null, keep: 'days=35' }]);
    const seen = (await world.events()).filter(({ action }) => String(action).startsWith('backup.target_'));
    expect(seen.map(({ action }) => action)).toEqual(['backup.target_lost', 'backup.target_reached']);
  });

  it('tells no secret of its targets in events and books', async () => {
    const told = JSON.stringify([await world.events(), await world.app.get(BackupBook).recent()]);
    expect(told).toContain('127.0.0.1 is not the server it was');
    for (const secret of [bucket.secret, bucket.keyId, far.key.split('\n')[2] ?? 'no key'])
      expect(told.includes(secret)).toBe(false);
  });
});
