import { existsSync } from 'node:fs';
import { aptInstall, hasApt } from '../workspace/debian.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { findOrInstallServer } from '../mariadb/index.mjs';

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const NMAPS = ['/usr/bin/nmap', '/usr/local/bin/nmap', '/opt/homebrew/bin/nmap'];

/** The browser journeys run in: CHROMIUM, or the system's. */
export const findChromium = () => [process.env.CHROMIUM, ...CHROMIUMS].find((path) => path && existsSync(path));

const REDISES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** What is missing, by the name of its Debian package. */
const missing = () => [
  ...(findChromium() ? [] : ['chromium']),
  ...(NMAPS.some(existsSync) ? [] : ['nmap']),
  ...(REDISES.some(existsSync) ? [] : ['redis-server']),
];

/** Installs the programs the tests need and this machine lacks; answers them in words. */
export async function installPrograms() {
  const { version } = await findOrInstallServer();
  const packages = missing();
  if (packages.length && !hasApt()) {
    throw new PlainError(`The tests need ${packages.join(' and ')}.`, [
      'Install them, then run the same command again.',
    ]);
  }
  if (packages.length) await aptInstall(packages, packages.join(' and '));
  return `MariaDB ${version}, chromium, nmap, redis-server${packages.length ? ` (installed ${packages.join(' and ')})` : ''}`;
}
