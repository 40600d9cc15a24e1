import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StopInstall } from './system.mjs';

const SERVICES = ['st0r-api.service', 'st0r-worker.service'];
const LISTENERS = ['st0r-unban.socket', 'st0r-update.path'];
const WANTED_BY = { service: 'multi-user', socket: 'sockets', path: 'paths', timer: 'timers' };
const PATIENCE_MS = 60_000;

/** The units, their order at boot, and what this machine lets one process see of another. */
export function layServices(host, plan) {
  const folder = join(plan.release, 'deploy', 'systemd');
  const units = [...SERVICES, ...LISTENERS, ...(canBackUp(plan) ? ['st0r-backup.timer'] : [])];
  const known = units.filter((unit) => host.exists(`/etc/systemd/system/${unit}`) && units.some(isWanted(host)));
  const changed = readdirSync(folder)
    .map((name) => host.file(`/etc/systemd/system/${name}`, readFileSync(join(folder, name), 'utf8')))
    .some(Boolean);
  host.file('/etc/sysctl.d/60-st0r.conf', readFileSync(join(plan.release, 'deploy', 'sysctl', '60-st0r.conf'), 'utf8'));
  host.file('/etc/logrotate.d/st0r', readFileSync(join(plan.release, 'deploy', 'logrotate', 'st0r'), 'utf8'));
  // What an operator disabled here stays so: a node may be for jobs alone, or leave the backups to another one.
  const fresh = units.filter((unit) => !known.includes(unit) && !isWanted(host)(unit));
  if (fresh.length > 0) {
    const where = host.root ? ['--root', host.root] : [];
    host.command(`enable ${fresh.join(', ')}`, ['systemctl', ...where, 'enable', ...fresh]);
  }
  if (changed && host.systemd) host.quietly(['systemctl', 'daemon-reload']);
}

const isWanted = (host) => (unit) =>
  host.exists(`/etc/systemd/system/${WANTED_BY[unit.split('.').at(-1)]}.target.wants/${unit}`);

// The timer only runs on a release that knows how to; reading is quicker than starting it to ask.
const canBackUp = ({ release }) =>
  /\.command\(["'`]backup["'`]\)/.test(readFileSync(join(release, 'apps', 'api', 'dist', 'cli.js'), 'utf8'));

/** Migrates, starts what is not running or runs an older release, and waits until it serves. */
export async function startServices(host, plan) {
  if (!host.systemd) {
    plan.words = host.root ? [] : ['systemd does not run here: nothing was started.'];
    return;
  }
  // In a dry run nothing was enabled, and everything would be.
  const wanted = [...LISTENERS, ...SERVICES].filter((unit) => host.dry || isWanted(host)(unit));
  if (host.changes > 0 || wanted.some((name) => host.look('systemctl', 'is-active', name).code !== 0)) {
    host.command('bring the schema up to date', ['systemctl', 'restart', 'st0r-migrate.service']);
    host.command('start the API and the worker', ['systemctl', 'restart', ...wanted]);
  }
  if (host.dry) return;
  await untilServing(host, wanted.includes('st0r-api.service') ? [] : ['worker']);
  const link = host.look('/usr/local/bin/st0r', 'setup-link').output;
  plan.words = [
    `ClientSt0r serves https://${plan.domain}`,
    ...(link ? ['Set it up with this link, which works once:', link] : []),
  ];
}

async function untilServing(host, words) {
  for (
    const until = Date.now() + PATIENCE_MS;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 500))
  )
    if (host.look('/usr/local/bin/st0r', 'health', ...words).code === 0) return;
  throw new StopInstall('The API does not answer.', ['journalctl -u st0r-api -n 50 says why.']);
}
