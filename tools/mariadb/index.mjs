import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectSocket } from 'node:net';
import { endProcess, hasEnded, isAlive } from '../workspace/processes.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { tail } from '../workspace/run.mjs';
import { administratorStatement, schemaStatements } from './accounts.mjs';
import { prepareDataFolder, socketPath, temporaryFolder } from './folders.mjs';
import { serverOptions } from './options.mjs';
import { stopOrphan } from './orphan.mjs';
import { findOrInstallServer } from './server-binary.mjs';
import { installSystemTables, noRoom } from './system-tables.mjs';
import { serverUser } from './system-user.mjs';

export { accountNames, dropStatements, schemaStatements } from './accounts.mjs';
export { runningServer } from './orphan.mjs';
export { findOrInstallServer, findServer } from './server-binary.mjs';

const READY_PATIENCE = 120_000;

/**
 * Starts a MariaDB of our own on a data folder, creating it when empty, and answers when it takes connections.
 * See index.d.mts for the shapes.
 */
export async function startPrivateMariaDb({ dataDir, memory, rootPassword, schemas = [] }) {
  const binary = await findOrInstallServer();
  const user = await serverUser();
  const folder = prepareDataFolder(dataDir, user);
  const tookOver = await stopOrphan(folder);
  await installSystemTables(binary.installDb, folder, user);
  const temporary = temporaryFolder(folder, user);
  const socket = socketPath(folder, user);
  rmSync(socket, { force: true });
  const initFile = writeInitFile(folder, user, { rootPassword, schemas });
  const options = serverOptions({ dataDir: folder, socket, memory, initFile, temporary });
  const child = launch(binary.mariadbd, options, { folder, user });
  try {
    await untilReady(child, socket, folder);
  } finally {
    rmSync(initFile, { force: true });
  }
  return handle(child, { socket, dataDir: folder, tookOver, version: binary.version, rootPassword });
}

// Run by the server before it takes connections: the administrator never has an empty password on an open socket.
function writeInitFile(folder, user, { rootPassword, schemas }) {
  const file = join(folder, 'init.sql');
  const statements = [
    administratorStatement(rootPassword),
    ...schemas.flatMap(({ name, passwords }) => schemaStatements(name, passwords)),
  ];
  rmSync(file, { force: true });
  writeFileSync(file, `${statements.join(';\n')};\n`, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
  return file;
}

function launch(mariadbd, options, { folder, user }) {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  // A log per start: it holds the words we need when this start fails, and it cannot grow for ever.
  const log = openSync(join(folder, 'mariadb.log'), 'w', 0o600);
  // Detached: Ctrl-C in the terminal must reach only us, so that the API stops before its database.
  const child = spawn(mariadbd, options, {
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: true,
    ...identity,
  });
  closeSync(log);
  if (child.pid) writeFileSync(join(folder, 'process.pid'), `${child.pid}\n`);
  child.once('error', () => {});
  return child;
}

async function untilReady(child, socket, folder) {
  const until = Date.now() + READY_PATIENCE;
  while (!(await answers(socket))) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined || Date.now() > until) {
      if (child.pid) await endProcess(child.pid, 5_000);
      throw startFailure(join(folder, 'mariadb.log'), folder);
    }
    await sleep(50);
  }
}

function startFailure(log, folder) {
  const words = existsSync(log) ? readFileSync(log, 'utf8') : '';
  const plain = new PlainError('MariaDB did not start. Its last words:', [...tail(words), `The whole log: ${log}`]);
  return noRoom(folder, words) ?? plain;
}

/** True when a server greets on this socket (a connection alone may still be refused while it recovers). */
function answers(socket) {
  return new Promise((resolve) => {
    const probe = connectSocket(socket);
    const end = (value) => (probe.destroy(), resolve(value));
    probe.once('data', () => end(true));
    probe.once('error', () => end(false));
    probe.once('close', () => end(false));
  });
}

function handle(child, facts) {
  const { pid } = child;
  return {
    ...facts,
    pid,
    /** Settles when the server has ended, for whatever reason. */
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal }))),
    async stop() {
      await endProcess(pid, 60_000);
    },
    async kill9() {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
      await hasEnded(pid, 10_000);
    },
  };
}
