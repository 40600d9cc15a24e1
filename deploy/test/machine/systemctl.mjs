import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settingsOf, startOf } from '../unit-file.mjs';

/**
 * Stands for systemctl on a machine without systemd: starts what our unit files say, under the account, with the settings
 * and the credentials they name, and nothing else. It hardens nothing, and starts nothing again.
 */
const UNITS = '/etc/systemd/system';
const NOTES = '/run/units';
const STOP_MS = 30_000;

const pidFile = (unit) => join(NOTES, `${unit}.pid`);
const pidOf = (unit) => (existsSync(pidFile(unit)) ? Number(readFileSync(pidFile(unit), 'utf8')) : undefined);

function isActive(unit) {
  const pid = pidOf(unit);
  // A process that ended and was not buried yet is a zombie: it has a folder, and no command line.
  return pid !== undefined && existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;
}

function prepared(unit) {
  const settings = settingsOf(readFileSync(join(UNITS, unit), 'utf8'));
  const credentials = join('/run/credentials', unit);
  rmSync(credentials, { recursive: true, force: true });
  const started = startOf('/', unit, credentials);
  const account = accountOf(settings.User?.[0] ?? 'root');
  const own = (path) => chownSync(path, account.uid, account.gid);
  for (const name of ['', ...readdirSync(credentials)]) own(join(credentials, name));
  for (const name of settings.RuntimeDirectory ?? [])
    own((mkdirSync(join('/run', name), { recursive: true }), join('/run', name)));
  return { ...started, account, settings };
}

function accountOf(name) {
  const [, , uid, gid] = new RegExp(`^${name}:.*$`, 'm').exec(readFileSync('/etc/passwd', 'utf8'))[0].split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function start(unit) {
  if (isActive(unit)) return;
  const { command, env, account, settings } = prepared(unit);
  const log = openSync(`/var/log/${unit}.log`, 'a', 0o600);
  const [program, ...words] = command;
  const cwd = settings.WorkingDirectory?.[0] ?? '/';
  const how = {
    cwd,
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...env },
    ...account,
    stdio: ['ignore', log, log],
  };
  if (settings.Type?.[0] === 'oneshot') {
    if (spawnSync(program, words, how).status !== 0) throw new Error(`Job for ${unit} failed.`);
    return;
  }
  const child = spawn(program, words, { ...how, detached: true });
  child.unref();
  writeFileSync(pidFile(unit), String(child.pid));
}

async function stop(unit) {
  const pid = pidOf(unit);
  if (isActive(unit)) process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + STOP_MS; isActive(unit); await sleep(50))
    if (Date.now() > until) process.kill(pid, 'SIGKILL');
  rmSync(pidFile(unit), { force: true });
}

const ACTS = {
  start,
  stop,
  restart: async (unit) => (await stop(unit), start(unit)),
  'is-active': (unit) => {
    if (!isActive(unit)) throw new Error(`${unit} is not active.`);
  },
};

mkdirSync(NOTES, { recursive: true });
const [act, ...words] = process.argv.slice(2);
try {
  const units = words
    .filter((word) => !word.startsWith('-'))
    .map((word) => (word.includes('.') ? word : `${word}.service`));
  if (act !== 'daemon-reload') for (const unit of units) await ACTS[act](unit);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
