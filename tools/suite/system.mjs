import { existsSync } from 'node:fs';
import { aptInstall, hasApt } from '../workspace/debian.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { findGalera } from '../mariadb/cluster.mjs';
import { findOrInstallServer } from '../mariadb/index.mjs';
import { canRunSamba, sambaFolder } from '../ldap/samba.mjs';
import { slapdFolder } from '../ldap/slapd.mjs';
import { sshdFolder } from '../ssh/sshd.mjs';

// Debian's shell is the same engine without the windows of a desktop, which cost half of the work and nobody sees.
const CHROMIUMS = [
  '/usr/bin/chromium-headless-shell',
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
];
const NMAPS = ['/usr/bin/nmap', '/usr/local/bin/nmap', '/opt/homebrew/bin/nmap'];

/** The browser journeys run in: CHROMIUM, or the system's. */
export const findChromium = () => [process.env.CHROMIUM, ...CHROMIUMS].find((path) => path && existsSync(path));

const REDISES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** Lets a process see another time than the machine's. */
const FAKETIMES = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`);
export const findFaketime = () => FAKETIMES.find(existsSync);

/**
 * What the tests run besides MariaDB, with the Debian packages that bring it. SimpleSAMLphp wants some web server;
 * mini-httpd is the one that listens on loopback alone, and php-cgi keeps Apache out. The tests use neither.
 */
const PROGRAMS = [
  { name: 'chromium', packages: ['chromium-headless-shell'], found: () => Boolean(findChromium()) },
  { name: 'nmap', packages: ['nmap'], found: () => NMAPS.some(existsSync) },
  { name: 'redis-server', packages: ['redis-server'], found: () => REDISES.some(existsSync) },
  // Only Linux has it; elsewhere the test that needs it is skipped and says so.
  { name: 'faketime', packages: ['faketime'], found: () => Boolean(findFaketime()) || process.platform !== 'linux' },
  // Backups are opened with the programs of others as well.
  {
    name: 'age',
    packages: ['age', 'zstd', 'mariadb-client-core'],
    found: () => ['age', 'zstd', 'mariadb'].every((name) => existsSync(`/usr/bin/${name}`)),
  },
  {
    name: 'galera',
    // What makes three servers one cluster, and what they copy each other's data with.
    packages: ['galera-4', 'rsync', 'iproute2'],
    dormant: ['garb', 'rsync'],
    found: () => Boolean(findGalera()) && existsSync('/usr/bin/rsync'),
  },
  // Looks for statements it can break, in ours as in one that was made to be broken.
  { name: 'sqlmap', packages: ['sqlmap'], found: () => existsSync('/usr/bin/sqlmap') },
  { name: 'ssh-keygen', packages: ['openssh-client'], found: () => existsSync('/usr/bin/ssh-keygen') },
  {
    name: 'fail2ban',
    packages: ['fail2ban', 'nftables'],
    // The tests start one of their own; Debian's would watch this machine and ban whom it likes.
    dormant: ['fail2ban'],
    found: () => existsSync('/usr/bin/fail2ban-server') && existsSync('/usr/sbin/nft'),
  },
  {
    name: 'simplesamlphp',
    packages: ['simplesamlphp', 'mini-httpd', 'php-cgi', 'php-cli', 'php-xml', 'openssl'],
    found: () => existsSync('/usr/share/simplesamlphp/www') && existsSync('/usr/bin/php'),
  },
  {
    name: 'pysaml2',
    packages: ['python3-pysaml2', 'xmlsec1', 'openssl'],
    found: () => existsSync('/usr/lib/python3/dist-packages/saml2') && existsSync('/usr/bin/xmlsec1'),
  },
];

/** Installs the programs the tests need and this machine lacks; answers them in words. */
export async function installPrograms() {
  const { version } = await findOrInstallServer();
  const missing = PROGRAMS.filter(({ found }) => !found());
  const lacking = missing.map(({ name }) => name).join(' and ');
  if (lacking && !hasApt())
    throw new PlainError(`The tests need ${lacking}.`, ['Install them, then run the same command again.']);
  const dormant = missing.flatMap((program) => program.dormant ?? []);
  if (lacking) await aptInstall([...new Set(missing.flatMap(({ packages }) => packages))], lacking, { dormant });
  // Unpacked, not installed: their packages would start a directory, and a way into this machine, on the usual ports.
  await slapdFolder();
  await sshdFolder();
  // Where it cannot run, the test that needs it is skipped and says so.
  const samba = canRunSamba() ? ['samba'] : [];
  if (samba.length) await sambaFolder();
  const names = [...PROGRAMS.map(({ name }) => name), 'slapd', 'sshd', ...samba];
  const all = [`MariaDB ${version}`, ...names].join(', ');
  return lacking ? `${all} (installed ${lacking})` : all;
}
