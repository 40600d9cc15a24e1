import { spawn } from 'node:child_process';
import { chownSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from '../start/port.mjs';
import { unpackedPackage } from '../suite/unpacked.mjs';
import { endProcess, hasEnded, isAlive } from '../workspace/processes.mjs';
import { run, tail } from '../workspace/run.mjs';
import { schemaStatements } from './accounts.mjs';
import { startPrivateMariaDb } from './index.mjs';
import { serverOptions } from './options.mjs';
import { findOrInstallServer } from './server-binary.mjs';
import { serverUser } from './system-user.mjs';

const PROVIDER = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'];
const SCRIPTS = ['wsrep_sst_rsync', 'wsrep_sst_common'];
const PATIENCE_MS = 60_000;
const HOST = '127.0.0.1';
/** A node that was killed is noticed in seconds, and not only when a network would have got over a hiccup. */
const TIMES =
  'evs.keepalive_period=PT0.5S;evs.inactive_check_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S';

/** What every server of a cluster sets, whatever its addresses. */
export const CLUSTER_OPTIONS = {
  'wsrep-on': 'ON',
  'wsrep-cluster-name': 'st0r',
  'wsrep-sst-method': 'rsync',
  'binlog-format': 'ROW',
  'innodb-autoinc-lock-mode': '2',
  // A cluster replicates as a binary log would; without this only SUPER may make the triggers of the event tables.
  'log-bin-trust-function-creators': 'ON',
};

/** The library that makes servers a cluster. */
export const findGalera = () => PROVIDER.find(existsSync);

/** Three servers of one Galera cluster on loopback, with one schema and its accounts. See cluster.d.mts for the shapes. */
export async function startCluster({ folder, schema, passwords, rootPassword }) {
  const user = await serverUser();
  const scripts = await stateScripts(folder, user);
  const nodes = [];
  for (const name of ['db1', 'db2', 'db3']) nodes.push(await aNode(join(folder, name), { name, user }));
  await fill(nodes[0], { schema, passwords, rootPassword });
  const { mariadbd } = await findOrInstallServer();
  const all = {
    mariadbd,
    user,
    scripts,
    rootPassword,
    schema,
    address: nodes.map(({ ports }) => `${HOST}:${ports.group}`),
  };
  const cluster = nodes.map((node) => handle(node, all));
  await cluster[0].start({ alone: true });
  await makeAccounts(cluster[0], { schema, passwords });
  // One after the other: each takes its data from the first.
  for (const node of cluster.slice(1)) await node.start();
  return { nodes: cluster, stop: () => stopAll(cluster) };
}

async function aNode(home, { name, user }) {
  const ports = { sql: await freePort(), group: await freePort(), state: await freePort(), catchUp: await freePort() };
  const [data, temporary] = [join(home, 'data'), join(home, 'tmp')];
  for (const folder of [home, data, temporary]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  return { name, home, data, temporary, ports, socket: join(home, 'mariadb.sock') };
}

// Made by a server of its own, before there is a cluster: everybody else takes over what is here.
async function fill({ data }, { schema, passwords, rootPassword }) {
  const server = await startPrivateMariaDb({
    dataDir: data,
    memory: 'test',
    rootPassword,
    schemas: [{ name: schema, passwords }],
  });
  await server.stop();
}

/** Over the network the accounts come from this address, and not from a socket. */
async function makeAccounts(node, { schema, passwords }) {
  for (const statement of schemaStatements(schema, passwords, { host: HOST })) await node.rows(statement);
}

/** Debian brings them with a package that would start a server of its own. */
async function stateScripts(folder, user) {
  const home = await unpackedPackage('mariadb-server');
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true, mode: 0o755 });
  for (const name of SCRIPTS) {
    copyFileSync(join(home, 'usr', 'bin', name), join(bin, name));
    if (user) chownSync(join(bin, name), user.uid, user.gid);
  }
  return bin;
}

function optionsOf({ name, data, temporary, ports, socket }, { address }, alone) {
  const plain = serverOptions({ dataDir: data, socket, memory: 'test', initFile: '', temporary });
  const provider = [
    `base_host=${HOST};base_port=${ports.group};gmcast.listen_addr=tcp://${HOST}:${ports.group}`,
    `ist.recv_addr=${HOST}:${ports.catchUp};ist.recv_bind=${HOST}:${ports.catchUp}`,
    `gcache.size=64M;${TIMES}`,
  ];
  return [
    ...plain.filter((option) => !/^--(skip-networking|init-file)/.test(option)),
    // A killed process keeps what it gave to the system.
    '--innodb-flush-log-at-trx-commit=2',
    `--bind-address=${HOST}`,
    `--port=${ports.sql}`,
    ...Object.entries(CLUSTER_OPTIONS).map(([name, value]) => `--${name}=${value}`),
    `--wsrep-provider=${findGalera()}`,
    `--wsrep-provider-options=${provider.join(';')}`,
    `--wsrep-cluster-address=gcomm://${alone ? '' : address.join(',')}`,
    `--wsrep-node-name=${name}`,
    `--wsrep-node-address=${HOST}`,
    `--wsrep-node-incoming-address=${HOST}:${ports.sql}`,
    `--wsrep-sst-receive-address=${HOST}:${ports.state}`,
    '--wsrep-slave-threads=2',
  ];
}

function handle(node, all) {
  const server = { name: node.name, host: HOST, port: node.ports.sql, socket: node.socket, pid: undefined };
  return Object.assign(server, {
    /** Joins the others, or makes the cluster with `alone`. Answers when it takes writes. */
    async start({ alone = false } = {}) {
      const position = alone ? [] : await positionOf(node, all);
      server.pid = launch(node, all, [...optionsOf(node, all, alone), ...position]);
      await untilReady(node, server);
    },
    async kill9() {
      if (isAlive(server.pid)) process.kill(server.pid, 'SIGKILL');
      await hasEnded(server.pid, 10_000);
    },
    stop: () => endProcess(server.pid, 30_000),
    /** Rows of a statement as the administrator of this very node. */
    rows: (text, params = []) => rowsOf(node, all, { text, params }),
    log: () => readFileSync(join(node.home, 'mariadb.log'), 'utf8'),
  });
}

function launch({ home }, { mariadbd, user, scripts }, options) {
  const log = openSync(join(home, 'mariadb.log'), 'a', 0o600);
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const env = { ...process.env, PATH: `${scripts}:${process.env.PATH}` };
  const child = spawn(mariadbd, options, {
    ...{ cwd: home, stdio: ['ignore', log, log], detached: true, env },
    ...identity,
  });
  child.once('error', () => {});
  return child.pid;
}

/** After a kill only the tables themselves know how far this node had come. */
async function positionOf(node, all) {
  if (!existsSync(join(node.data, 'ibdata1'))) return [];
  const { mariadbd, user } = all;
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const { output } = await run(mariadbd, [...optionsOf(node, all, false), '--wsrep-recover'], identity);
  const [, position] = /Recovered position:\s*(\S+)/.exec(output) ?? [];
  return position ? [`--wsrep-start-position=${position}`] : [];
}

async function untilReady(node, server) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && isAlive(server.pid); await sleep(100)) {
    const [row] = await server.rows("SHOW GLOBAL STATUS LIKE 'wsrep_local_state_comment'").catch(() => []);
    if (row?.Value === 'Synced') return;
  }
  await endProcess(server.pid, 5_000);
  throw new Error(`${node.name} did not join. Its last words:\n${tail(server.log(), 40).join('\n')}`);
}

async function rowsOf({ socket }, { rootPassword, schema }, { text, params }) {
  const account = { user: 'root', password: rootPassword, database: schema };
  const connection = await createConnection({ socketPath: socket, ...account });
  try {
    return (await connection.query(text, params))[0];
  } finally {
    connection.destroy();
  }
}

/** The last one first, so that nobody waits for those that are gone. */
async function stopAll(nodes) {
  for (const node of nodes.toReversed()) if (node.pid) await node.stop();
}
