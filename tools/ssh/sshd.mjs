import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { freePort } from '../start/port.mjs';
import { unpackedPackage } from '../suite/unpacked.mjs';
import { endProcess } from '../workspace/processes.mjs';

const PROGRAM = join('usr', 'sbin', 'sshd');
const PATIENCE_MS = 60_000;
/** As root it would want an account of its own on this machine; every Debian has this one, which owns nothing. */
const DAEMON = { name: 'daemon', uid: 1, gid: 1 };

/** Where Debian's sshd is unpacked; fetched the first time. Nothing of it is installed, so nothing starts by itself. */
export const sshdFolder = () => unpackedPackage('openssh-server', PROGRAM, '-V');

/** OpenSSH's sshd on loopback, which lets one person in by key and gives them files, no shell. See sshd.d.mts. */
export async function startSshd() {
  const program = join(await sshdFolder(), PROGRAM);
  const folder = scratchFolder();
  const account =
    process.getuid() === 0 ? DAEMON : { name: userInfo().username, uid: process.getuid(), gid: process.getgid() };
  for (const name of ['host', 'other-host', 'person', 'stranger'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)]);
  writeFileSync(join(folder, 'authorized'), readFileSync(join(folder, 'person.pub')));
  mkdirSync(join(folder, 'files'));
  for (const name of ['host', 'other-host', 'authorized', 'files'])
    chownSync(join(folder, name), account.uid, account.gid);
  const server = { user: account.name, port: await freePort(), folder: join(folder, 'files'), pid: 0 };
  server.log = () => readFileSync(join(folder, 'log'), 'utf8');
  server.start = async ({ hostKey = 'host' } = {}) => {
    writeConfiguration(folder, { port: server.port, hostKey });
    const log = openSync(join(folder, 'log'), 'a');
    const words = ['-D', '-e', '-f', join(folder, 'sshd_config')];
    const { uid, gid } = account;
    const child = spawn(program, words, { uid, gid, stdio: ['ignore', log, log] });
    server.pid = child.pid;
    await listening(server.port, child, server.log);
  };
  await server.start();
  return Object.assign(server, {
    hostKey: fingerprintOf(join(folder, 'host.pub')),
    otherHostKey: fingerprintOf(join(folder, 'other-host.pub')),
    key: readFileSync(join(folder, 'person'), 'utf8'),
    strangerKey: readFileSync(join(folder, 'stranger'), 'utf8'),
    freeze: () => signal(familyOf(server.pid), 'SIGSTOP'),
    thaw: () => signal(familyOf(server.pid), 'SIGCONT'),
    kill: () => endFamily(server.pid),
    stop: async () => {
      await endFamily(server.pid);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function endFamily(pid) {
  signal(familyOf(pid), 'SIGKILL');
  await endProcess(pid);
}

function signal(pids, name) {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
}

/** A process and everything it started: each connection has processes of its own, in sessions of their own. */
function familyOf(pid) {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const parent of family) family.push(...all.filter(([, of]) => of === parent).map(([child]) => child));
  return family;
}

const fingerprintOf = (path) => execFileSync('ssh-keygen', ['-lf', path], { encoding: 'utf8' }).split(' ')[1];

function writeConfiguration(folder, { port, hostKey }) {
  const lines = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, hostKey)}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    'PidFile none',
    'UsePAM no',
    'StrictModes no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'Subsystem sftp internal-sftp',
    'ForceCommand internal-sftp',
    '',
  ];
  writeFileSync(join(folder, 'sshd_config'), lines.join('\n'), { mode: 0o644 });
}

async function listening(port, server, log) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && server.exitCode === null; await sleep(50))
    if (await accepts(port)) return;
  await endProcess(server.pid);
  throw new Error(`sshd did not start:\n${log().slice(-2000)}`);
}

const accepts = (port) =>
  new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port }, () => answer(true)).once('error', () => answer(false));
    socket.once('connect', () => socket.destroy());
  });
