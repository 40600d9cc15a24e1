import { existsSync } from 'node:fs';
import { aptInstall, hasApt } from '../workspace/debian.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { findOrInstallServer } from '../mariadb/index.mjs';

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const NMAPS = ['/usr/bin/nmap', '/usr/local/bin/nmap', '/opt/homebrew/bin/nmap'];

/** The browser journeys run in: CHROMIUM, or the system's. */
export const findChromium = () => [process.env.CHROMIUM, ...CHROMIUMS].find((path) => path && existsSync(path));

const REDISES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** Lets a process see another time than the machine's. */
const FAKETIMES = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`);
export const findFaketime = () => FAKETIMES.find(existsSync);

/** What is missing, by the name of its Debian package. */
const missing = () => [
  ...(findChromium() ? [] : ['chromium']),
  ...(NMAPS.some(existsSync) ? [] : ['nmap']),
  ...(REDISES.some(existsSync) ? [] : ['redis-server']),
  // Only Linux has it; elsewhere the test that needs it is skipped and says so.
  ...(findFaketime() || process.platform !== 'linux' ? [] : ['faketime']),
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
  return `MariaDB ${version}, chromium, nmap, redis-server, faketime${packages.length ? ` (installed ${packages.join(' and ')})` : ''}`;
}
