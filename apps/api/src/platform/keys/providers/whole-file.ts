import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { SealedError } from '../sealed-error';

/** Bytes of a file of keys; a missing or unreadable one keeps the house closed. */
export function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const word = missing ? 'is missing: put it back at' : 'cannot be read: look at the rights of';
    throw new SealedError(`The root keyring ${word} ${path}.`);
  }
}

/** Changes whenever the file was replaced or written to. */
export function stampOf(path: string): string {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  return facts ? `${facts.ino}/${facts.size}/${facts.mtimeNs}` : 'missing';
}

/** Replaces a file in one step, with the rights and the owner it had: after a power cut it is the old one or the new one. */
export function replaceWhole(path: string, bytes: Uint8Array | string): void {
  const { mode, uid, gid } = statSync(path, { throwIfNoEntry: false }) ?? { mode: 0o600 };
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, bytes, { mode: mode & 0o777, flag: 'wx', flush: true });
    if (uid !== undefined && gid !== undefined && process.getuid?.() === 0) chownSync(draft, uid, gid);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
