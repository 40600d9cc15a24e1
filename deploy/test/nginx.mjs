import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { upstreamOf } from '../install/site.mjs';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { freePort } from '../../tools/start/port.mjs';
import { unpackedPackage } from '../../tools/suite/unpacked.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { endProcess } from '../../tools/workspace/processes.mjs';
import { run } from '../../tools/workspace/run.mjs';

export const DOMAIN = 'st0r.example';
const NOBODY = 65_534;

/** Ports for a site that is going to be started: what stands behind it must know its address first. */
export const sitePorts = async () => ({ plain: await freePort(), tls: await freePort() });

/** nginx with the shipped site, unprivileged, in a folder of its own. `local` replaces files of st0r/local. */
export async function startNginx({
  api,
  ports,
  pages = inRoot('apps', 'web', 'dist'),
  listen = ['127.0.0.1'],
  local = {},
}) {
  const folder = scratchFolder();
  const { program, mime } = await findNginx();
  cpSync(inRoot('deploy', 'nginx'), folder, { recursive: true });
  cpSync(pages, join(folder, 'pages'), { recursive: true });
  mkdirSync(join(folder, 'files'));
  mkdirSync(join(folder, 'acme'));
  await makeCertificate(folder);
  writeLocal(folder, { api, ports, listen, local });
  adapt(folder, mime);
  giveAway(folder);
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const args = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...identity });
  let words = '';
  child.stderr.on('data', (chunk) => (words += chunk));
  await untilListening(child, ports.tls, () => words);
  return {
    folder,
    ports,
    pid: child.pid,
    certificate: readFileSync(join(folder, 'tls.crt')),
    log: () => readFileSync(join(folder, 'access.log'), 'utf8'),
    stop: async () => {
      await endProcess(child.pid, 10_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function findNginx() {
  if (existsSync('/usr/sbin/nginx') && existsSync('/etc/nginx/mime.types'))
    return { program: '/usr/sbin/nginx', mime: '/etc/nginx/mime.types' };
  const program = join(await unpackedPackage('nginx', 'usr/sbin/nginx'), 'usr', 'sbin', 'nginx');
  return { program, mime: join(await unpackedPackage('nginx-common'), 'etc', 'nginx', 'mime.types') };
}

async function makeCertificate(folder) {
  const files = ['-keyout', join(folder, 'tls.key'), '-out', join(folder, 'tls.crt')];
  const { code, output } = await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${DOMAIN}`, '-addext', `subjectAltName=DNS:${DOMAIN}`, ...files],
  ]);
  if (code !== 0) throw new Error(`openssl made no certificate: ${output}`);
}

function writeLocal(folder, { api, ports, listen, local }) {
  const target = join(folder, 'st0r', 'local');
  mkdirSync(target, { recursive: true });
  const listening = (port, more = '') => listen.map((host) => `listen ${host}:${port}${more};`).join('\n');
  const files = {
    'listen-plain': listening(ports.plain),
    'listen-tls': listening(ports.tls, ' ssl http2'),
    names: `server_name ${DOMAIN};`,
    certificate: `ssl_certificate ${folder}/tls.crt;\nssl_certificate_key ${folder}/tls.key;`,
    upstream: upstreamOf([api].flat().map((url) => new URL(url).host)),
    'real-ip': '',
    folders: `root ${folder}/pages;`,
    files: `alias ${folder}/files/;`,
    problems: `alias ${folder}/st0r/problems/;`,
    acme: `root ${folder}/acme;`,
    'access-log': `access_log ${folder}/access.log st0r;`,
    ...local,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(target, `${name}.conf`), `${text}\n`);
}

// The container's nginx.conf, with its folders in ours.
function adapt(folder, mime) {
  const file = join(folder, 'nginx.conf');
  const text = readFileSync(file, 'utf8')
    .replaceAll(' /tmp/', ` ${folder}/`)
    .replace('/etc/nginx/mime.types', mime)
    .replace('worker_processes auto', 'worker_processes 1')
    .replace('error_log /dev/stderr', `error_log ${folder}/error.log`);
  writeFileSync(file, text);
}

function giveAway(folder) {
  if (process.getuid?.() !== 0) return;
  for (const name of ['', ...readdirSync(folder, { recursive: true })]) chownSync(join(folder, name), NOBODY, NOBODY);
  chmodSync(folder, 0o711);
}

async function untilListening(child, port, words) {
  while (!(await connects(port))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${words()}`);
    await sleep(50);
  }
}

function connects(port) {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.once('connect', () => (probe.destroy(), resolve(true)));
    probe.once('error', () => resolve(false));
  });
}
