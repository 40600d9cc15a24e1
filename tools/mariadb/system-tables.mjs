import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, PlainError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';
import { temporaryFolder } from './folders.mjs';

const LEAST_ROOM = 100 * 1_048_576;

/**
 * Fills an empty data folder with the server's own tables, once. One note is written before and one after, so that
 * a first start cut short begins again, and files that are not ours are never touched.
 */
export async function installSystemTables(installDb, folder, user) {
  const [begun, done] = [join(folder, 'installing'), join(folder, 'installed')];
  if (existsSync(done)) return;
  emptyOurs(folder, begun);
  writeFileSync(begun, new Date().toISOString());
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const args = ['--no-defaults', `--datadir=${folder}`, '--skip-test-db', '--auth-root-authentication-method=normal'];
  // Even the server that only makes these tables clears others' temporary ones out of a folder it shares, and loses its own.
  const env = { ...process.env, TMPDIR: temporaryFolder(folder, user) };
  const { code, output } = await run(installDb, args, { ...identity, cwd: folder, env });
  if (code !== 0) {
    const plain = new PlainError('MariaDB could not create its data folder. Its last words:', tail(output));
    throw noRoom(folder, output) ?? plain;
  }
  writeFileSync(done, new Date().toISOString());
  rmSync(begun);
}

function emptyOurs(folder, begun) {
  const names = readdirSync(folder);
  if (names.length > 0 && !existsSync(begun)) {
    throw new PlainError(`${folder} holds files that ClientSt0r did not put there, so it is left alone.`, [
      'Move them away, or put the data elsewhere: DATA_DIR=/path/of/yours npm start',
    ]);
  }
  for (const name of names) rmSync(join(folder, name), { recursive: true });
}

/** The error for a full disk, when that explains why the server failed: it does not always say so itself. */
export function noRoom(folder, words) {
  const { bavail, bsize } = statfsSync(folder);
  const full = bavail * bsize < LEAST_ROOM || /No space left|Disk is full|errno: 28\b|ENOSPC/i.test(words);
  return full ? diskFull(folder) : undefined;
}
