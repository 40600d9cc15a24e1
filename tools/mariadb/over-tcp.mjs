import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from '../start/port.mjs';
import { endProcess, isAlive } from '../workspace/processes.mjs';
import { tail } from '../workspace/run.mjs';
import { temporaryFolder } from './folders.mjs';
import { startPrivateMariaDb } from './index.mjs';
import { serverOptions } from './options.mjs';
import { findOrInstallServer } from './server-binary.mjs';
import { serverUser } from './system-user.mjs';

const HOST = '127.0.0.1';
const PATIENCE_MS = 60_000;

/** A MariaDB as somebody else runs it: reached over TCP on loopback alone. See over-tcp.d.mts for the shapes. */
export async function startMariaDbOverTcp({ folder, rootPassword }) {
  const dataDir = join(folder, 'mariadb');
  // Its tables and its administrator are made by a server of ours first.
  const made = await startPrivateMariaDb({ dataDir, memory: 'test', rootPassword });
  await made.stop();
  const [user, port] = [await serverUser(), await freePort()];
  const temporary = temporaryFolder(dataDir, user);
  const socket = made.socket;
  const log = join(folder, 'over-tcp.log');
  const { mariadbd } = await findOrInstallServer();
  const options = [
    ...serverOptions({ dataDir, socket, memory: 'test', initFile: '', temporary }).filter(
      (option) => !/^--(skip-networking|init-file)/.test(option),
    ),
    `--bind-address=${HOST}`,
    `--port=${port}`,
  ];
  const out = openSync(log, 'a', 0o600);
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const child = spawn(mariadbd, options, { cwd: dataDir, stdio: ['ignore', out, out], detached: true, ...identity });
  closeSync(out);
  child.once('error', () => {});
  const server = {
    ...{ host: HOST, port, socket, rootPassword },
    stop: () => endProcess(child.pid, PATIENCE_MS),
    /** Rows of a statement as its administrator. */
    rows: (text, params = []) => rowsOf({ socket, rootPassword }, text, params),
  };
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && isAlive(child.pid); await sleep(50))
    if (await server.rows('SELECT 1').catch(() => undefined)) return server;
  await endProcess(child.pid, 5_000);
  throw new Error(`MariaDB did not start. Its last words:\n${tail(readFileSync(log, 'utf8'), 20).join('\n')}`);
}

async function rowsOf({ socket, rootPassword }, text, params) {
  const connection = await createConnection({ socketPath: socket, user: 'root', password: rootPassword });
  try {
    return (await connection.query(text, params))[0];
  } finally {
    connection.destroy();
  }
}
