import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, plainSystemError } from './plain-error.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Says why the installed packages differ from the lockfile, or undefined when they agree.
 * npm writes node_modules/.package-lock.json last, so an install that was cut short counts as missing.
 */
export function dependenciesStale(root = ROOT) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'missing';
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  for (const [path, entry] of wanted) {
    const here = installed.get(path);
    if (!here && !entry.optional && !entry.devOptional && !entry.peer) return `${path} is missing`;
    if (here && here.version !== entry.version) return `${path} is ${here.version}, not ${entry.version}`;
  }
  for (const path of installed.keys()) if (!wanted.has(path)) return `${path} is not in the lockfile`;
  return undefined;
}

function packagesOf(file) {
  const { packages = {} } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.link));
}

/** Installs the locked dependencies when they are missing or stale; answers what it did. Needs only the host's npm. */
export async function installDependencies() {
  const reason = dependenciesStale();
  if (!reason) return 'as locked';
  console.log(`          installing the locked packages (${reason}) ...`);
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { code, output } = await run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
  if (code !== 0) throw installFailure(output);
  return 'installed';
}

function installFailure(output) {
  const full = plainSystemError({ output }, 'the disk that holds node_modules');
  if (full) return full;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    return new PlainError('The package registry cannot be reached, so the locked packages cannot be installed.', [
      'Check the network or the proxy, then run the same command again.',
      'See which registry is used with: npm config get registry',
    ]);
  }
  return new PlainError('npm could not install the locked packages. It says:', firstErrors(output));
}

// npm ends with pages of usage; the reason stands at the top.
const firstErrors = (output) =>
  output
    .split('\n')
    .filter((line) => /^npm (error|ERR!) ./.test(line))
    .slice(0, 12);
