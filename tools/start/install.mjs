import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesStale, installDependencies } from '../workspace/dependencies.mjs';
import { lockHolder, takeLock } from '../workspace/lock.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { PlainError } from '../workspace/plain-error.mjs';

/** Installs the locked packages unless somebody else is doing so in this folder right now. */
export async function installLocked() {
  if (!dependenciesStale()) return 'as locked';
  const folder = inRoot('.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'install.lock');
  const release = takeLock(file, 'install');
  if (!release) {
    throw new PlainError(`The packages are being installed right now by process ${lockHolder(file)?.pid}.`, [
      'Wait for it to finish, then run the same command again.',
    ]);
  }
  try {
    return await installDependencies();
  } finally {
    release();
  }
}
