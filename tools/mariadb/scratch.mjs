import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder, takeLock } from '../workspace/lock.mjs';
import { stopOrphan } from './orphan.mjs';

const PREFIX = 'st0r-test-';
const ROOM = 2 * 1024 ** 3;
const OWNER = 'owner.lock';

// Memory instead of disk where there is plenty: tests create thousands of tables.
function parentFolder() {
  if (!existsSync('/dev/shm')) return tmpdir();
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > ROOM ? '/dev/shm' : tmpdir();
}

/** A new folder for the data of one test run, marked as ours so that a later run clears it up if we are killed. */
export function scratchFolder() {
  const folder = mkdtempSync(join(parentFolder(), PREFIX));
  // The database's user must walk through it.
  chmodSync(folder, 0o711);
  takeLock(join(folder, OWNER), 'tests');
  return folder;
}

/** Removes the folders, and stops the databases, of test runs that were killed. */
export async function clearLeftovers() {
  const parent = parentFolder();
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (!existsSync(join(folder, OWNER)) || lockHolder(join(folder, OWNER))) continue;
    for (const data of ['mariadb', 'db1/data', 'db2/data', 'db3/data']) await stopOrphan(join(folder, data));
    rmSync(folder, { recursive: true, force: true });
  }
}
