import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError } from '../backup.error';
import { BACKUP_NAME, type BackupTarget } from './backup-target';

/** A folder on this machine, or on a disk or share that is mounted here. */
export class LocalTarget implements BackupTarget {
  readonly kind = 'folder';
  readonly place: string;

  constructor(folder: string) {
    this.place = resolve(folder);
  }

  async names(): Promise<string[]> {
    const entries = existsSync(this.place) ? await this.told(() => readdir(this.place)) : [];
    return entries.filter((name) => BACKUP_NAME.test(name)).sort();
  }

  /** A partial file lies in the folder of its backup. */
  async unfinished(): Promise<string[]> {
    return [];
  }

  async put(path: string, bytes: Readable): Promise<void> {
    const whole = join(this.place, path);
    const partial = `${whole}.partial`;
    try {
      await mkdir(dirname(whole), { recursive: true, mode: 0o700 });
      await pipeline(bytes, createWriteStream(partial, { mode: 0o600 }));
      await onDisk(partial);
      await rename(partial, whole);
      await onDisk(dirname(whole));
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw this.inWords(error);
    }
  }

  async get(path: string): Promise<Readable> {
    return createReadStream(join(this.place, path), { highWaterMark: 1024 * 1024 });
  }

  async size(path: string): Promise<number | null> {
    try {
      return (await stat(join(this.place, path))).size;
    } catch (error) {
      // A disk or a share that does not answer says nothing about what lies there.
      if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw this.inWords(error);
    }
  }

  async remove(name: string): Promise<void> {
    await this.told(() => rm(join(this.place, name), { recursive: true, force: true }));
  }

  private async told<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw this.inWords(error);
    }
  }

  private inWords(error: unknown): unknown {
    const words = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
    return words ? new BackupError(`${words}: ${this.place}`) : error;
  }
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR']);
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk of the backups is full. Make room there, or prune; nothing was left half written',
  EDQUOT: 'The quota of the backups is used up. Make room there, or prune; nothing was left half written',
  EACCES: 'ClientSt0r may not write to the folder of the backups',
  EROFS: 'The folder of the backups can only be read',
  EPERM: 'ClientSt0r may not write to the folder of the backups',
  ENOTDIR: 'The folder of the backups is not a folder',
  EIO: 'The disk of the backups answers with errors',
  ESTALE: 'The share of the backups has to be mounted anew',
};

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}
