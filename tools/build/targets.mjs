import { inRoot, ROOT } from '../workspace/paths.mjs';
import { PlainError, plainSystemError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';
import { compress } from './compress.mjs';
import { contentHash, isFresh, markFresh } from './stamp.mjs';

const VITE = inRoot('node_modules', 'vite', 'bin', 'vite.js');
const SHARED = ['libs', 'package-lock.json', 'tsconfig.base.json'];

const TARGETS = {
  api: {
    cwd: inRoot('apps', 'api'),
    args: ['--config', inRoot('tools', 'build', 'api.vite.config.mjs')],
    sources: ['apps/api', 'tools/build', 'tools/mariadb/accounts.mjs', 'tools/start/secrets.mjs', ...SHARED],
  },
  web: { cwd: inRoot('apps', 'web'), args: [], sources: ['apps/web', 'tools/build', ...SHARED], after: compress },
};

/** Names of what can be built. */
export const BUILDS = Object.keys(TARGETS);

/** Command line that builds one target, for example again and again with `--watch`. */
export const buildCommand = (name, more = []) => ({
  args: [VITE, 'build', ...TARGETS[name].args, ...more],
  cwd: TARGETS[name].cwd,
});

/** Builds one target when its sources changed; answers true when it had to. */
export async function build(name) {
  const outDir = inRoot('apps', name, 'dist');
  const hash = contentHash(ROOT, TARGETS[name].sources);
  if (isFresh(outDir, hash)) return false;
  const { args, cwd } = buildCommand(name);
  const { code, output } = await run(process.execPath, args, { cwd });
  if (code !== 0) {
    const full = plainSystemError({ output }, outDir);
    throw full ?? new PlainError(`Building ${name} failed:`, tail(output, 40));
  }
  TARGETS[name].after?.(outDir);
  markFresh(outDir, hash);
  return true;
}

/** Builds what changed; answers it in words. */
export async function buildChanged() {
  const built = [];
  // One after the other: on a small machine two bundlers at once are slower and need twice the memory.
  for (const name of BUILDS) if (await build(name)) built.push(name);
  return built.length ? `${built.join(' and ')} built` : 'unchanged';
}
