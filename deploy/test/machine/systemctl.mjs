import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settingsOf, startOf, wordsOf } from '../unit-file.mjs';

/**
 * Stands for systemctl on a machine without systemd: starts what unit files say, under the account, with the settings
 * and the credentials they name, and nothing else. It hardens nothing, and starts nothing again. Timers, sockets and paths
 * are noted as active; nothing comes of it. Enabling is left to systemctl itself, which does that without systemd.
 */
const UNITS = '/etc/systemd/system';
const NOTES = '/run/units';
const LISTENING = '/run/listening';
const SYSTEMCTL = '/usr/bin/systemctl';
const STOP_MS = 30_000;

const pidFile = (unit) => join(NOTES, `${unit}.pid`);
const pidOf = (unit) => (existsSync(pidFile(unit)) ? Number(readFileSync(pidFile(unit), 'utf8')) : undefined);

const isService = (unit) => unit.endsWith('.service');

function isActive(unit) {
  if (!isService(unit)) return existsSync(join(LISTENING, unit));
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

async function start(unit) {
  if (isActive(unit)) return;
  if (!isService(unit)) return writeFileSync(join(LISTENING, unit), '');
  const { command, env, account, settings } = prepared(unit);
  const log = openSync(`/var/log/${unit}.log`, 'a', 0o600);
  const how = {
    cwd: settings.WorkingDirectory?.[0] ?? '/',
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...env },
    ...account,
    stdio: ['ignore', log, log],
  };
  const carryOut = ([program, ...words]) => {
    if (spawnSync(program, words, how).status !== 0) throw new Error(`Job for ${unit} failed.`);
  };
  const type = settings.Type?.[0];
  if (type === 'oneshot') return carryOut(command);
  if (type === 'forking') {
    carryOut(command);
    return writeFileSync(pidFile(unit), readFileSync(settings.PIDFile[0], 'utf8').trim());
  }
  const [program, ...words] = command;
  const child = spawn(program, words, { ...how, detached: true });
  child.unref();
  writeFileSync(pidFile(unit), String(child.pid));
  for (const line of settings.ExecStartPost ?? []) carryOut(wordsOf(line));
}

async function stop(unit) {
  if (!isService(unit)) return rmSync(join(LISTENING, unit), { force: true });
  const pid = pidOf(unit);
  if (isActive(unit)) process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + STOP_MS; isActive(unit); await sleep(50))
    if (Date.now() > until) process.kill(pid, 'SIGKILL');
  rmSync(pidFile(unit), { force: true });
}

function reload(unit) {
  const { ExecReload } = settingsOf(readFileSync(join(UNITS, unit), 'utf8'));
  const [program, ...words] = wordsOf(ExecReload?.[0] ?? 'false');
  if (!isActive(unit) || spawnSync(program, words).status !== 0) throw new Error(`Job for ${unit} failed.`);
}

const restart = async (unit) => (await stop(unit), start(unit));

const ACTS = {
  start,
  stop,
  restart,
  reload,
  'reload-or-restart': (unit) => (isActive(unit) ? reload : start)(unit),
  'is-active': (unit) => {
    if (!isActive(unit)) throw new Error(`${unit} is not active.`);
  },
};

/** Links of what starts at boot; --now starts or stops it as well. */
async function link(act, units, now) {
  const { status, stderr } = spawnSync(SYSTEMCTL, ['--root=/', act, ...units], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  if (now) await each(act === 'enable' ? start : stop, units);
}

// Together, as systemd does it: a worker does not wait until the API has ended.
const each = (act, units) => Promise.all(units.map(async (unit) => act(unit)));

for (const folder of [NOTES, LISTENING]) mkdirSync(folder, { recursive: true });
const [act, ...words] = process.argv.slice(2);
try {
  const units = words
    .filter((word) => !word.startsWith('-'))
    .map((word) => (word.includes('.') ? word : `${word}.service`));
  if (act === 'enable' || act === 'disable') await link(act, units, words.includes('--now'));
  else if (act !== 'daemon-reload') await each(ACTS[act], units);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
