import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentHash } from '../build/stamp.mjs';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { inRoot, ROOT } from '../workspace/paths.mjs';

const KEPT = inRoot('node_modules', '.cache', 'first-start');
/** Of one server and one moment. */
const PASSING = new Set(['tmp', 'mariadb.sock', 'mariadb.pid', 'mariadb.log', 'process.pid', 'socket-folder']);
const FOLDERS = ['mariadb', 'secrets'];

/**
 * What a first start makes before it serves: a database with the schema of this build, and secrets that belong to it.
 * Made once for each build by `make(dataDir)`, which leaves nothing running, and copied to `dataDir`.
 */
export async function copyFirstStart(dataDir, make) {
  const kept = join(KEPT, keyOfBuild());
  if (!existsSync(kept)) await keepOne(kept, make);
  for (const name of FOLDERS) copy(join(kept, name), join(dataDir, name));
}

async function keepOne(kept, make) {
  // What a run that is killed here leaves, its database above all, the next one clears up.
  const draft = scratchFolder();
  await make(draft);
  rmSync(KEPT, { recursive: true, force: true });
  const whole = `${kept}.whole`;
  mkdirSync(whole, { recursive: true, mode: 0o700 });
  for (const name of FOLDERS) copy(join(draft, name), join(whole, name));
  rmSync(draft, { recursive: true, force: true });
  renameSync(whole, kept);
}

const copy = (from, to) =>
  cpSync(from, to, { recursive: true, filter: (source) => !PASSING.has(basename(source)), preserveTimestamps: true });

function keyOfBuild() {
  const built = readFileSync(inRoot('apps', 'api', 'dist', '.stamp'), 'utf8').trim();
  return `${built.slice(0, 32)}-${contentHash(ROOT, ['tools/mariadb', 'tools/start', 'tools/journeys']).slice(0, 16)}`;
}
