import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { freePort } from '../start/port.mjs';
import { unpackedEnvironment, unpackedPackage } from '../suite/unpacked.mjs';
import { endProcess } from '../workspace/processes.mjs';

const PROGRAM = join('usr', 'sbin', 'slapd');
const SCHEMAS = ['core', 'cosine', 'inetorgperson'];
const PATIENCE_MS = 60_000;

/** Where Debian's slapd is unpacked; fetched the first time. */
export const slapdFolder = () => unpackedPackage('slapd', PROGRAM, '-VV');

/** A key and a certificate for itself, both PEM, for these names (`DNS:localhost`, `IP:127.0.0.1`). */
export function certifyNames(folder, names) {
  mkdirSync(folder, { recursive: true });
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const words = ['-subj', '/CN=directory of a test', '-addext', `subjectAltName=${names}`];
  execFileSync('openssl', ['req', '-x509', ...kind, ...words, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  return { key, certificate, pem: readFileSync(certificate, 'utf8') };
}

/**
 * OpenLDAP on loopback, holding `ldif` below `suffix`. `cn=reader,<suffix>` may read and is limited to `sizeLimit` entries
 * for each search; `cn=admin,<suffix>` may do everything. Both have the password `secret`.
 */
export async function startSlapd({ suffix, ldif, schema = '', sizeLimit = 500, names = 'DNS:localhost' }) {
  const home = await slapdFolder();
  const program = join(home, PROGRAM);
  const env = unpackedEnvironment(home);
  const folder = scratchFolder();
  const { pem } = certifyNames(folder, names);
  const [plainPort, tlsPort] = [await freePort(), await freePort()];
  writeConfiguration(folder, { suffix, schema, sizeLimit, home });
  writeFileSync(join(folder, 'tree.ldif'), ldif);
  const configuration = join(folder, 'slapd.conf');
  const filling = ['-T', 'add', '-q', '-f', configuration, '-l', join(folder, 'tree.ldif')];
  execFileSync(program, filling, { stdio: 'pipe', env });
  const directory = { suffix, pem, plainPort, tlsPort, pid: 0, log: () => readFileSync(join(folder, 'log'), 'utf8') };
  const start = async () => {
    const log = openSync(join(folder, 'log'), 'a');
    const listen = `ldap://127.0.0.1:${plainPort} ldaps://127.0.0.1:${tlsPort}`;
    const serving = ['-f', configuration, '-h', listen, '-d', 'stats'];
    const server = spawn(program, serving, { stdio: ['ignore', log, log], env });
    directory.pid = server.pid;
    await listening(plainPort, server, directory.log);
  };
  await start();
  return Object.assign(directory, {
    start,
    kill: () => endProcess(directory.pid),
    freeze: () => process.kill(directory.pid, 'SIGSTOP'),
    thaw: () => process.kill(directory.pid, 'SIGCONT'),
    stop: async () => {
      await endProcess(directory.pid);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

function writeConfiguration(folder, { suffix, schema, sizeLimit, home }) {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'own.schema'), schema);
  const schemas = SCHEMAS.map((name) => join(home, 'etc', 'ldap', 'schema', `${name}.schema`));
  const lines = [
    ...[...schemas, join(folder, 'own.schema')].map((path) => `include ${path}`),
    `modulepath ${join(home, 'usr', 'lib', 'ldap')}`,
    'moduleload back_mdb',
    'moduleload memberof',
    // Its attributes are what an administrator locks somebody with.
    'moduleload ppolicy',
    `TLSCertificateFile ${join(folder, 'certificate.pem')}`,
    `TLSCertificateKeyFile ${join(folder, 'key.pem')}`,
    `sizelimit size.soft=${sizeLimit} size.hard=${sizeLimit} size.prtotal=unlimited`,
    'database mdb',
    `suffix "${suffix}"`,
    `rootdn "cn=admin,${suffix}"`,
    'rootpw secret',
    `directory ${join(folder, 'data')}`,
    'maxsize 268435456',
    'index objectClass,entryUUID,uid,mail,member eq',
    'overlay ppolicy',
    `access to attrs=userPassword by anonymous auth by * none`,
    `access to * by dn.exact="cn=reader,${suffix}" read by self read by * none`,
    '',
  ];
  writeFileSync(join(folder, 'slapd.conf'), lines.join('\n'));
}

async function listening(port, server, log) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && server.exitCode === null) {
    if (await accepts(port)) return;
    await sleep(50);
  }
  await endProcess(server.pid);
  throw new Error(`slapd did not start:\n${log().slice(-2000)}`);
}

const accepts = (port) =>
  new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port }, () => answer(true)).once('error', () => answer(false));
    socket.once('connect', () => socket.destroy());
  });
