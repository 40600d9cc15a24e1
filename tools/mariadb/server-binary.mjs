import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { aptInstall, hasApt } from '../workspace/debian.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { run } from '../workspace/run.mjs';

const OLDEST = [10, 11];
// The core packages bring the programs without a system service of their own.
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core'];
const MORE_FOLDERS = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
];

/** `mariadbd  Ver 10.11.19-MariaDB-...` -> [10, 11, 19]; undefined for a server that is not MariaDB. */
export function mariaDbVersion(text) {
  const found = /(\d+)\.(\d+)\.(\d+)-MariaDB/i.exec(text);
  return found ? found.slice(1, 4).map(Number) : undefined;
}

/** True for MariaDB 10.11 and later. */
export const isNewEnough = (version) =>
  version !== undefined && (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]));

/** Finds mariadbd and mariadb-install-db without installing: { mariadbd, installDb, version } or undefined. */
export async function findServer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...MORE_FOLDERS];
  const candidates = folders.flatMap((folder) => ['mariadbd', 'mysqld'].map((name) => join(folder, name)));
  for (const mariadbd of new Set(candidates.filter(existsSync))) {
    const version = mariaDbVersion((await run(mariadbd, ['--no-defaults', '--version'])).output);
    const installDb = installDbBeside(mariadbd, folders);
    if (isNewEnough(version) && installDb) return { mariadbd, installDb, version: version.join('.') };
  }
  return undefined;
}

function installDbBeside(mariadbd, folders) {
  return [dirname(mariadbd), ...folders]
    .flatMap((folder) => ['mariadb-install-db', 'mysql_install_db'].map((name) => join(folder, name)))
    .find(existsSync);
}

/** Finds MariaDB >= 10.11, installing it where apt-get can; otherwise says in plain words what to do. */
export async function findOrInstallServer() {
  const found = await findServer();
  if (found) return found;
  if (!hasApt()) throw new PlainError('MariaDB 10.11 or later is missing.', installAdvice());
  console.log(`          installing ${PACKAGES.join(' and ')} with apt-get ...`);
  await aptInstall(PACKAGES, 'MariaDB 10.11 or later');
  const installed = await findServer();
  if (installed) return installed;
  throw new PlainError('This system only offers a MariaDB older than 10.11.', [
    'Use Debian 12 or later, or set DATABASE_URL=mysql://user:password@host:3306/schema to a newer server.',
  ]);
}

/** What to do on a system without apt-get. */
export function installAdvice(platform = process.platform) {
  const command = {
    darwin: 'Install it with: brew install mariadb',
    linux: 'Install it with your package manager, for example: sudo dnf install mariadb-server',
  }[platform];
  return [
    ...(command ? [command] : []),
    `${command ? 'Or use' : 'Use'} a server you have: DATABASE_URL=mysql://user:password@host:3306/schema npm start`,
  ];
}
