import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopOrphan } from '../mariadb/orphan.mjs';
import { stopLeftover } from '../start/service.mjs';
import { lockHolder, takeLock } from '../workspace/lock.mjs';
import { inRoot } from '../workspace/paths.mjs';

const PREFIX = 'run-';
const OWNER = 'owner.lock';

/** Folder of the results; the scratch folders lie beside them, on the disk the product's data would lie on. */
export const benchFolder = () => inRoot('.data', 'bench');

/** A new scratch folder, after clearing up behind benches that were killed. */
export async function benchScratch() {
  mkdirSync(benchFolder(), { recursive: true });
  for (const name of readdirSync(benchFolder()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(benchFolder(), name);
    if (!lockHolder(join(folder, OWNER))) await removeScratch(folder);
  }
  const folder = mkdtempSync(join(benchFolder(), PREFIX));
  chmodSync(folder, 0o711);
  takeLock(join(folder, OWNER), 'npm run bench');
  return folder;
}

/** Removes a scratch folder with whatever still runs on it; the data may lie elsewhere, behind a link. */
export async function removeScratch(folder) {
  for (const name of ['main', 'worker']) await stopLeftover(folder, name);
  const data = join(folder, 'mariadb');
  if (existsSync(data)) {
    const real = realpathSync(data);
    await stopOrphan(real);
    if (lstatSync(data).isSymbolicLink()) rmSync(real, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
