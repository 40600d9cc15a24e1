import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall, hasApt } from '../../tools/workspace/debian.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { endProcess } from '../../tools/workspace/processes.mjs';
import { run, tail } from '../../tools/workspace/run.mjs';

const MIRRORS = { noble: 'http://archive.ubuntu.com/ubuntu' };
const DEBIAN = 'http://deb.debian.org/debian';
// What a server has before we come, and what the installer would fetch: the machine we boot has no network.
const SERVER = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'iproute2',
  'procps',
  'ca-certificates',
  'openssh-server',
  'libatomic1',
];
const WANTED = ['mariadb-server', 'nginx', 'openssl', 'ufw', 'fail2ban', 'python3-systemd', 'nftables', 'logrotate'];
const WAYS = { PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root' };

const baseOf = (suite) => inRoot('.cache', 'machines', suite);

/** Why no machine can be booted here; undefined when one can. */
export const cannotBoot = () => (process.getuid?.() === 0 && hasApt() ? undefined : 'needs root and apt-get');

/** A small Debian or Ubuntu in a folder, fetched once; answers undefined when its mirror cannot be reached. */
async function baseMachine(suite) {
  const base = baseOf(suite);
  if (existsSync(join(base, 'complete'))) return base;
  rmSync(base, { recursive: true, force: true });
  mkdirSync(base, { recursive: true });
  const packages = [...SERVER, ...WANTED].join(',');
  const components = MIRRORS[suite] ? ['--components=main,universe'] : [];
  const args = ['--variant=minbase', ...components, `--include=${packages}`, suite, base, MIRRORS[suite] ?? DEBIAN];
  const { code, output } = await run('debootstrap', args);
  if (code !== 0) throw new Error(`debootstrap ${suite} failed:\n${tail(output, 10).join('\n')}`);
  writeFileSync(join(base, 'complete'), '');
  return base;
}

/** Boots a machine of its own, with systemd, without network; what it writes is gone when it stops. `mounts` are read-only. */
export async function bootMachine(suite, mounts) {
  await aptInstall(['debootstrap', 'systemd-container'], 'debootstrap and systemd-nspawn');
  const base = await baseMachine(suite);
  const binds = Object.entries(mounts).map(([to, from]) => `--bind-ro=${from}:${to}`);
  const machine = ['--boot', `--directory=${base}`, '--volatile=overlay', `--machine=st0r-${process.pid}`];
  const apart = ['--private-network', '--register=no', '--keep-unit', '--console=pipe', '--quiet'];
  const child = spawn('systemd-nspawn', [...machine, ...apart, ...binds], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => (words += chunk));
  const inside = await untilInit(child, () => words);
  const ask = (...command) => {
    const env = Object.entries(WAYS).map(([name, value]) => `${name}=${value}`);
    return run('nsenter', ['--target', inside, '--all', '--wdns=/', '/usr/bin/env', '-i', ...env, ...command]);
  };
  await untilBooted(ask);
  return { ask, stop: () => endProcess(child.pid, 60_000) };
}

async function untilInit(child, words) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`The machine did not boot: ${words()}`);
    const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
    if (pid && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'systemd') return pid;
  }
  throw new Error(`The machine has no init: ${words()}`);
}

async function untilBooted(ask) {
  for (const until = Date.now() + 180_000; Date.now() < until; await sleep(500)) {
    const { output } = await ask('systemctl', 'is-system-running');
    if (/running|degraded/.test(output)) return;
  }
  throw new Error('The machine never finished booting.');
}
