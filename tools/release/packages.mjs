import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';

const PINNED_NODES = /^node-(?:bin-)?(?:linux|darwin|win)-/;
// No script of any package runs: those that compile something ship it built, and the rest does without.
const INSTALL = [
  'ci',
  '--omit=dev',
  '--include=optional',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** Installs the locked production packages into a release tree; without `withNode` the pinned Node is taken out again. */
export async function installProduction(folder, { withNode }) {
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await run('npm', [...INSTALL, '--prefer-offline'], { cwd: folder, env });
  if (code !== 0)
    throw new PlainError('npm could not install the production packages. Its last words:', tail(output, 12));
  dropDevelopment(folder);
  if (!withNode) dropPinnedNode(folder);
  return `${readdirSync(join(folder, 'node_modules')).length} folders`;
}

/** npm keeps a package of development that one of production could use if it were there (typescript, for decorators of Nest). */
function dropDevelopment(folder) {
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  for (const name of Object.keys(devDependencies))
    if (packages[`node_modules/${name}`]?.devOptional)
      rmSync(join(folder, 'node_modules', name), { recursive: true, force: true });
}

/** Takes the pinned Node out of a release tree: an image has its own. */
export function dropPinnedNode(folder) {
  const packages = join(folder, 'node_modules');
  for (const name of readdirSync(packages).filter((one) => PINNED_NODES.test(one)))
    rmSync(join(packages, name), { recursive: true });
  rmSync(join(folder, 'bin', 'node'), { force: true });
}

/** Where the pinned Node lies inside a release tree, relative to it. */
export function nodeInside(folder) {
  const packages = join(folder, 'node_modules');
  const name = readdirSync(packages).find(
    (one) => PINNED_NODES.test(one) && existsSync(join(packages, one, 'bin', 'node')),
  );
  return name && join('node_modules', name, 'bin', 'node');
}
