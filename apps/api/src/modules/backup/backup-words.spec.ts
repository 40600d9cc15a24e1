import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BucketServer } from '../../../../../tools/s3/bucket-server.mjs';
import { startSshd, type Sshd } from '../../../../../tools/ssh/sshd.mjs';
import { aSecret, Leaks } from '../../../test/leaks';
import { aWorld, type Person, type World } from '../../../test/world';
import { anInstallation, aside } from './backup.fixture';
import { Backups } from '.';

const WRONG = aSecret().replaceAll(/[ "&]/g, '');

let bucket: BucketServer;
let far: Sshd;
const worlds: World[] = [];
/** The key of another machine than the one that is called. */
let strange: string;
beforeAll(async () => {
  const other = await startSshd();
  strange = other.key;
  await other.stop();
  [bucket, far] = [await BucketServer.start('backups'), await startSshd()];
});
afterAll(async () => {
  for (const world of worlds) await world.close();
  await Promise.all([far?.stop(), bucket?.stop()]);
});

/** An installation whose backups go there, and what it says when one is made. */
async function saying(env: Record<string, string>): Promise<{ leaks: Leaks; words: string; admin: Person }> {
  const world = await aWorld(env);
  worlds.push(world);
  await anInstallation(world);
  const leaks = new Leaks(world);
  const words = await leaks.failing(aside(world, () => world.app.get(Backups).create()));
  const admin = await world.person({ platformAdmin: true });
  expect(leaks.hear(await admin.get('/backups')).status).toBe(200);
  return { leaks, words, admin };
}
const bucketAt = (secret: string) => ({
  BACKUP_TARGET: `s3://backups/st0r?endpoint=${bucket.address}`,
  BACKUP_TARGET_SECRET: `${bucket.keyId}:${secret}`,
});
const machineAt = (key: string) => ({
  BACKUP_SAFE_TARGET: `sftp://${far.user}@127.0.0.1:${far.port}${far.folder}/safe?hostkey=${far.hostKey}`,
  BACKUP_SAFE_TARGET_SECRET: key,
});

describe('N07 the words of a backup that cannot be taken away', () => {
  it('hold no access key of a bucket that refuses it', async () => {
    const { leaks, words } = await saying({ ...bucketAt(WRONG), ...machineAt(far.key) });
    expect(words).toContain('access key');
    expect(await leaks.of(WRONG)).toEqual([]);
    expect(words).not.toContain(bucket.keyId);
    leaks.stop();
  });

  it('hold no line of the key another machine refuses', async () => {
    const { leaks, words } = await saying({ ...bucketAt(bucket.secret), ...machineAt(strange) });
    expect(words).not.toBe('');
    const lines = strange.split('\n').filter((line) => line.length > 40);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(await leaks.of(line)).toEqual([]);
    leaks.stop();
  });
});
