import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StopInstall } from './system.mjs';

const ROLES = { '': 'application', MIGRATION_: 'migration', RETENTION_: 'retention' };

/** This machine, as settings name it. */
const HERE = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)(?::\d+)?$/;

/** Whether the settings lead to a database of another machine: then nothing of MariaDB is this machine's. */
export function databaseElsewhere(host) {
  const text = host.read('/etc/st0r/st0r.env') ?? '';
  if (/^DATABASE_SOCKET=\S/m.test(text)) return false;
  const [, hosts] = /^DATABASE_HOST=["']?([^\s"']+)/m.exec(text) ?? [];
  const [, address] = /^DATABASE_URL=["']?mysql:\/\/(?:[^\s/]*@)?([^\s/"']+)/m.exec(text) ?? [];
  const named = address ?? hosts;
  return named !== undefined && !named.split(',').every((one) => HERE.test(one));
}

/** MariaDB as the product needs it, and the three accounts by the product's own statements. */
export function prepareDatabase(host, { release }) {
  if (databaseElsewhere(host)) return;
  const config = readFileSync(join(release, 'deploy', 'mariadb', '60-st0r.cnf'), 'utf8');
  const changed = host.file('/etc/mysql/mariadb.conf.d/60-st0r.cnf', config);
  if (host.root) return;
  if (host.systemd && changed) host.command('restart MariaDB with these settings', ['systemctl', 'restart', 'mariadb']);
  if (host.systemd) host.quietly(['systemctl', 'start', 'mariadb']);
  if (!host.dry && host.look('mariadb-admin', 'ping').code !== 0)
    throw new StopInstall('MariaDB does not answer.', ['Start it: systemctl start mariadb. Then run this again.']);
  makeAccounts(host, release);
}

// The statements hold passwords: they go from one program into the other and appear nowhere.
function makeAccounts(host, release) {
  const before = host.look(
    'mariadb',
    '-BNe',
    "SELECT COUNT(*) FROM mysql.user WHERE user LIKE 'st0r\\_%' AND host = 'localhost'",
  ).output;
  const run = () => {
    const statements = host.quietly([join(release, 'bin', 'st0r'), 'database', 'accounts'], { env: settings(host) });
    host.quietly(['mariadb'], { input: statements });
  };
  if (before === '3') run();
  else host.change('make the schema and its three accounts', run);
}

function settings(host) {
  const passwords = Object.entries(ROLES).map(([prefix, role]) => [
    `${prefix}DATABASE_PASSWORD_FILE`,
    host.path(`/etc/st0r/secrets/database-${role}`),
  ]);
  const named = [...(host.read('/etc/st0r/st0r.env') ?? '').matchAll(/^(\w*DATABASE_(?:NAME|USER))=(.+)$/gm)];
  return Object.fromEntries([...passwords, ...named.map(([, name, value]) => [name, value])]);
}
