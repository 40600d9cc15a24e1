import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The account of the services: no shell, no home, no password, in no group but its own. */
export function makeAccount(host) {
  if (host.account('st0r')) return;
  const where = host.root ? ['--prefix', host.root] : [];
  const account = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/var/lib/st0r',
    '--shell',
    '/usr/sbin/nologin',
  ];
  host.command('make the account st0r', ['useradd', ...where, ...account, 'st0r']);
}

/** This release beside the ones before it; `current` points to it. */
export function layRelease(host, { release }) {
  const version = readFileSync(join(release, 'VERSION'), 'utf8').trim();
  const place = `/opt/st0r/releases/${version}`;
  const same = host.read(`${place}/package-lock.json`) === readFileSync(join(release, 'package-lock.json'), 'utf8');
  const stamp = (folder) => readFileSync(join(folder, 'BUILD'), 'utf8');
  const laid = same && host.read(`${place}/BUILD`) === stamp(release);
  if (!laid && host.path(place) !== release)
    host.change(`copy release ${version} to ${place}`, () => copy(host, release, host.path(place)));
  host.link('/opt/st0r/current', `releases/${version}`);
  host.link('/opt/st0r/updater', `releases/${version}`);
}

// Copied beside and moved: a copy cut short is never started.
function copy(host, from, to) {
  rmSync(`${to}.new`, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  host.quietly(['cp', '--archive', '--no-preserve=ownership', '--reflink=auto', from, `${to}.new`]);
  rmSync(to, { recursive: true, force: true });
  renameSync(`${to}.new`, to);
}

/** Folders with their owners. nginx reads the files of people through the group of the services, and nothing else of theirs. */
export function makeFolders(host) {
  host.folder('/etc/st0r', { mode: 0o755 });
  host.folder('/etc/st0r/secrets', { mode: 0o700 });
  host.folder('/var/lib/st0r', { mode: 0o750, owner: 'st0r' });
  host.folder('/var/lib/st0r/files', { mode: 0o750, owner: 'st0r' });
  host.folder('/var/log/st0r', { mode: 0o750, owner: 'st0r' });
  host.folder('/var/backups/st0r', { mode: 0o700, owner: 'st0r' });
  host.folder('/var/lib/st0r-acme', { mode: 0o755 });
  host.folder('/var/lib/st0r-update', { mode: 0o755 });
  // The product puts requests here and reads no results from it: those lie beside it, where only root writes.
  host.folder('/var/lib/st0r-update/inbox', { mode: 0o2770, owner: 'root', group: 'st0r' });
}

/** Whose releases this machine takes from now on: the key the first one came with, until the operator says otherwise. */
export function trustReleases(host, { release }) {
  const key = join(release, 'deploy', 'updater', 'release-keys.pem');
  if (existsSync(key)) host.file('/etc/st0r/release-keys.pem', readFileSync(key, 'utf8'), { keep: true });
}

/** Settings are written once; from then on they are the operator's. */
export function writeSettings(host, { release, domain }) {
  const text = readFileSync(join(release, 'deploy', 'st0r.env'), 'utf8').replaceAll('{{domain}}', domain);
  host.file('/etc/st0r/st0r.env', text, { keep: true });
  host.file('/usr/local/bin/st0r', readFileSync(join(release, 'deploy', 'st0r.sh'), 'utf8'), { mode: 0o755 });
}
