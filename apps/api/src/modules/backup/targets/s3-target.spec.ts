import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BucketServer } from '../../../../../../tools/s3/bucket-server.mjs';
import { readBackupPlace, type S3Place } from '../../../platform/config';
import { S3Target } from './s3.target';

const NAME = '20261126T023000Z-1f3a';
const MIB = 1024 * 1024;
let server: BucketServer;

beforeAll(async () => {
  server = await BucketServer.start('backups');
});
afterAll(() => server.stop());
beforeEach(() => {
  server.meet = () => undefined;
  server.calls.length = 0;
  server.buckets.get('backups')?.clear();
  server.uploads.clear();
});

interface Where {
  bucket?: string;
  secret?: string;
  endpoint?: string;
  patience?: number;
}

const PATIENT_MS = 60_000;
function targetAt({
  bucket = 'backups',
  secret,
  endpoint = server.address,
  patience = PATIENT_MS,
}: Where = {}): S3Target {
  const place = readBackupPlace(`s3://${bucket}/st0r?endpoint=${endpoint}`) as S3Place;
  return new S3Target(
    place,
    { setting: 'BACKUP_TARGET_SECRET', text: secret ?? `${server.keyId}:${server.secret}` },
    patience,
  );
}

/** So many bytes, in pieces that do not fit the parts. */
const bytesOf = (length: number): Buffer[] => {
  const piece = Buffer.alloc(700_001, 'st0r');
  return Array.from({ length: Math.ceil(length / piece.length) }, () => piece);
};
const put = (target: S3Target, file: string, pieces: readonly Buffer[]): Promise<void> =>
  target.put(`${NAME}/${file}`, Readable.from(pieces));
const parts = (): string[] => server.calls.filter((call) => call.includes('partNumber'));

describe('backups in a bucket', () => {
  it('come back as they were written: small ones in one piece, large ones in parts', async () => {
    const target = targetAt();
    const large = bytesOf(34 * MIB);
    await put(target, 'small', [Buffer.from('few')]);
    await put(target, 'large', large);
    expect(parts()).toHaveLength(3);
    expect((await buffer(await target.get(`${NAME}/large`))).equals(Buffer.concat(large))).toBe(true);
    expect(await target.size(`${NAME}/small`)).toBe(3);
    expect(await target.size(`${NAME}/none`)).toBe(null);
    expect(server.keys('backups')).toEqual([`st0r/${NAME}/large`, `st0r/${NAME}/small`]);
  });

  it('are all in the list, also when that comes in pages, and nothing else is', async () => {
    server.pageSize = 2;
    const names = Array.from({ length: 5 }, (_, at) => `2026112${at}T023000Z-00aa`);
    for (const key of [...names.map((name) => `st0r/${name}/manifest.txt`), 'st0r/notes/mine', `other/${NAME}/x`])
      server.buckets.get('backups')?.set(key, Buffer.from('x'));
    expect(await targetAt().names()).toEqual(names);
    server.pageSize = 1000;
    expect(server.calls.length).toBeGreaterThan(2);
  });

  it('are removed whole, the manifest first, and what others keep there stays', async () => {
    const target = targetAt();
    for (const file of ['database', 'manifest.txt']) await put(target, file, [Buffer.from(file)]);
    server.buckets.get('backups')?.set('st0r/notes/mine', Buffer.from('x'));
    await target.remove(NAME);
    expect(server.keys('backups')).toEqual(['st0r/notes/mine']);
    expect(server.calls.find((call) => call.startsWith('DELETE'))).toContain('manifest.txt');
  });
});

describe('an upload that breaks off', () => {
  it('leaves nothing that can be seen: its parts are given up', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield* bytesOf(34 * MIB);
      throw new Error('the database went away');
    }
    await expect(targetAt().put(`${NAME}/large`, Readable.from(broken()))).rejects.toThrow('the database went away');
    expect([server.keys('backups'), server.uploads.size]).toEqual([[], 0]);
    expect(parts().length).toBeGreaterThan(0);
  });

  it('is given up also when a part is refused', async () => {
    server.meet = (call) => (call.includes('partNumber=2') ? 'AccessDenied' : undefined);
    await expect(put(targetAt(), 'large', bytesOf(34 * MIB))).rejects.toThrow(
      'The access key is not allowed to do this',
    );
    expect([server.keys('backups'), server.uploads.size]).toEqual([[], 0]);
  });

  it('of a machine that stopped is named as unfinished, and given up when its backup is removed', async () => {
    const target = targetAt();
    server.uploads.set('left', { bucket: 'backups', key: `st0r/${NAME}/database` });
    expect([await target.names(), await target.unfinished()]).toEqual([[], [NAME]]);
    await target.remove(NAME);
    expect(server.uploads.size).toBe(0);
  });

  it('is no concern of a server that does not tell about uploads', async () => {
    server.meet = (call) => (call.includes('uploads') ? 'NotImplemented' : undefined);
    expect(await targetAt().unfinished()).toEqual([]);
  });
});

describe('what is wrong with a bucket is said in plain words, which hold no secret', () => {
  const told = async (where: Where, words: string): Promise<void> => {
    const failure: unknown = await targetAt(where)
      .names()
      .catch((error: unknown) => error);
    expect(String(failure)).toContain(words);
    expect(String(failure)).not.toContain(server.secret);
    expect(String(failure)).not.toContain(server.keyId);
  };

  it('a bucket that is not there', () =>
    told(
      { bucket: 'nowhere' },
      'There is no bucket nowhere. Make it there, or correct its name (s3://nowhere/st0r at http',
    ));
  it('a wrong secret', () =>
    told({ secret: `${server.keyId}:wrong` }, 'The secret access key does not belong to this access key'));
  it('a wrong access key', () => told({ secret: 'other:wrong' }, 'The server does not know this access key'));
  it('no secret at all', () =>
    told({ secret: '' }, 'BACKUP_TARGET_SECRET does not hold what opens s3://backups/st0r at'));
  it('a server that is not there', () =>
    told({ endpoint: 'http://127.0.0.1:9' }, 'The server cannot be reached, or broke off (ECONNREFUSED)'));
  it('an access key that may not do everything', async () => {
    server.meet = () => 'AccessDenied';
    await told({}, 'It needs s3:ListBucket, s3:ListBucketMultipartUploads, s3:GetObject');
  });

  it('a server that is overloaded is asked again, and named when it stays so', async () => {
    let refused = 0;
    server.meet = () => ((refused += 1) <= 2 ? 'SlowDown' : undefined);
    expect(await targetAt().names()).toEqual([]);
    expect(refused).toBe(3);
    server.meet = () => 'SlowDown';
    await told({}, 'The server is overloaded and refused several tries. Nothing was left half written');
  });

  it('a server that never answers', async () => {
    server.meet = () => 'hang';
    await told({ patience: 200 }, 'The server does not answer in time');
  });

  it('a slow server is waited for', async () => {
    await put(targetAt(), 'manifest.txt', [Buffer.from('x')]);
    server.lag = () => sleep(400);
    expect(await targetAt().names()).toEqual([NAME]);
    server.lag = () => Promise.resolve();
  });

  it('a server that breaks off while it is read', async () => {
    const target = targetAt();
    await put(target, 'large', bytesOf(3 * MIB));
    server.meet = (call) => (call.startsWith('GET') ? 'broken' : undefined);
    await expect(target.get(`${NAME}/large`).then(buffer)).rejects.toThrow(
      'The server broke off while the backup was read',
    );
  });
});
