import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSshd, type Sshd } from '../../../../../../tools/ssh/sshd.mjs';
import { readBackupPlace, type SftpPlace } from '../../../platform/config';
import { SftpTarget } from './sftp.target';

const NAME = '20261126T023000Z-1f3a';
const OTHER = '20261127T023000Z-2b4c';
const MIB = 1024 * 1024;
const PATIENT_MS = 60_000;
let server: Sshd;

beforeAll(async () => {
  server = await startSshd();
});
afterAll(() => server?.stop());

interface Where {
  folder?: string;
  key?: string;
  hostKey?: string;
  port?: number;
  patience?: number;
}

function targetAt(where: Where = {}): SftpTarget {
  const {
    folder = 'a/b',
    key = server.key,
    hostKey = server.hostKey,
    port = server.port,
    patience = PATIENT_MS,
  } = where;
  const text = `sftp://${server.user}@127.0.0.1:${port}${server.folder}/${folder}?hostkey=${hostKey}`;
  return new SftpTarget(readBackupPlace(text) as SftpPlace, { setting: 'BACKUP_TARGET_SECRET', text: key }, patience);
}

const put = (target: SftpTarget, path: string, ...pieces: Buffer[]): Promise<void> =>
  target.put(path, Readable.from(pieces));
const lying = (folder: string): string[] =>
  existsSync(join(server.folder, folder)) ? readdirSync(join(server.folder, folder)).sort() : [];

describe('backups on another machine, by SFTP', () => {
  it('come back as they were written, and are for their owner alone', async () => {
    const target = targetAt();
    const large = Buffer.alloc(5 * MIB + 7, 'st0r');
    await put(target, `${NAME}/large`, large.subarray(0, 700_001), large.subarray(700_001));
    await put(target, `${NAME}/small`, Buffer.from('few'));
    await put(target, `${NAME}/small`, Buffer.from('fewer'));
    expect((await buffer(await target.get(`${NAME}/large`))).equals(large)).toBe(true);
    expect(readFileSync(join(server.folder, 'a/b', NAME, 'small'), 'utf8')).toBe('fewer');
    expect([await target.size(`${NAME}/large`), await target.size(`${NAME}/none`)]).toEqual([large.length, null]);
    expect(lying(`a/b/${NAME}`)).toEqual(['large', 'small']);
    const modes = ['a/b', `a/b/${NAME}`, `a/b/${NAME}/small`].map(
      (path) => statSync(join(server.folder, path)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  it('are listed and removed whole, and what others keep there stays', async () => {
    const target = targetAt({ folder: 'list' });
    expect(await target.names()).toEqual([]);
    for (const path of [`${OTHER}/manifest.txt`, `${NAME}/database`, `${NAME}/manifest.txt`, 'notes/mine'])
      await put(target, path, Buffer.from('x'));
    expect(await target.names()).toEqual([NAME, OTHER]);
    await target.remove(NAME);
    await target.remove(NAME);
    expect(lying('list')).toEqual([OTHER, 'notes']);
  });

  it('that break off leave nothing under their name', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(MIB);
      throw new Error('the database went away');
    }
    const target = targetAt({ folder: 'broken' });
    await expect(target.put(`${NAME}/large`, Readable.from(broken()))).rejects.toThrow('the database went away');
    expect(lying(`broken/${NAME}`)).toEqual([]);
  });

  it('leave at most a partial file when the server dies, which no list takes for a backup', async () => {
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(MIB);
      await server.kill();
      yield Buffer.alloc(MIB);
    }
    const target = targetAt({ folder: 'killed' });
    await expect(target.put(`${NAME}/large`, Readable.from(slow()))).rejects.toThrow('The server broke off');
    await server.start();
    expect(lying(`killed/${NAME}`)).toEqual(['large.partial']);
    // The same target finds its way back.
    expect(await target.size(`${NAME}/large`)).toBe(null);
    await target.remove(NAME);
    expect(lying('killed')).toEqual([]);
  });
});

describe('what is wrong with that machine is said in plain words', () => {
  const told = async (where: Where): Promise<string> => {
    const failure: unknown = await targetAt(where)
      .names()
      .catch((error: unknown) => error);
    expect(String(failure)).not.toContain('PRIVATE KEY');
    return String(failure);
  };

  const accepted = (): number => server.log().split('Accepted publickey').length;

  it('another key than the one that was pinned: nothing is sent, and both are named', async () => {
    await server.kill();
    await server.start({ hostKey: 'other-host' });
    const before = accepted();
    const words = await told({});
    expect(accepted()).toBe(before);
    await server.kill();
    await server.start();
    expect(words).toContain(`its key is ${server.otherHostKey}, and it should be ${server.hostKey}. Nothing was sent.`);
    expect(await told({ hostKey: `${server.otherHostKey},${server.hostKey}`, folder: 'list' })).toBe(OTHER);
  });

  it('a key that is not let in', async () => {
    expect(await told({ key: server.strangerKey })).toContain(`127.0.0.1 does not let ${server.user} in with this key`);
  });

  it('a key that is none, or none at all', async () => {
    expect(await told({ key: 'hunter2' })).toContain('BACKUP_TARGET_SECRET holds no private key of OpenSSH');
    expect(await told({ key: '' })).toContain('BACKUP_TARGET_SECRET does not hold what opens sftp://');
  });

  it('a machine that is not there', async () => {
    expect(await told({ port: 9 })).toContain('The server cannot be reached');
  });

  it('a folder nobody may write to', async () => {
    const text = `sftp://${server.user}@127.0.0.1:${server.port}/root/x?hostkey=${server.hostKey}`;
    const secret = { setting: 'BACKUP_TARGET_SECRET', text: server.key };
    const target = new SftpTarget(readBackupPlace(text) as SftpPlace, secret);
    await expect(put(target, `${NAME}/x`, Buffer.from('x'))).rejects.toThrow('The account may not write or read there');
  });

  it('a folder that is none', async () => {
    writeFileSync(join(server.folder, 'file'), 'x');
    await expect(put(targetAt({ folder: 'file' }), `${NAME}/x`, Buffer.from('x'))).rejects.toThrow(
      'The file or folder is not there',
    );
  });

  it('a machine that says nothing', async () => {
    server.freeze();
    const words = await told({ patience: 600 });
    server.thaw();
    expect(words).toContain('The server does not answer in time (sftp://');
  });
});
