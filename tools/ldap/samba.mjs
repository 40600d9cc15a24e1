import { execFileSync, spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { unpackedPackages } from '../suite/unpacked.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { endProcess, hasEnded } from '../workspace/processes.mjs';
import { run } from '../workspace/run.mjs';
import { certifyNames } from './slapd.mjs';

const PYTHON = '/usr/bin/python3';
const PROGRAM = inRoot('tools', 'ldap', 'samba_domain.py');
const PATIENCE_MS = 90_000;
/** Samba's own packages, and the libraries that come with it alone. */
const PACKAGES = [
  ['samba', 'samba-libs', 'samba-dsdb-modules', 'samba-ad-provision'],
  ['python3-samba', 'python3-ldb', 'python3-tdb', 'python3-talloc'],
  ['libldb2', 'libtalloc2', 'libtdb1', 'libtevent0', 'libwbclient0', 'liblmdb0', 'libgpgme11'],
].flat();

/** Where Debian's Samba is unpacked; fetched the first time. */
export const sambaFolder = () => unpackedPackages('samba', PACKAGES, works);

async function works(home) {
  const folders = readdirSync(join(home, 'usr', 'lib')).filter((name) => name.endsWith('-linux-gnu'));
  const libraries = folders.flatMap((name) => ['.', 'samba'].map((part) => join(home, 'usr', 'lib', name, part)));
  const own = {
    LD_LIBRARY_PATH: libraries.join(':'),
    PYTHONPATH: join(home, 'usr', 'lib', 'python3', 'dist-packages'),
  };
  const env = { ...process.env, ...own };
  const answers = [
    await run(join(home, 'usr', 'sbin', 'samba'), ['-V'], { env }),
    await run(PYTHON, ['-c', 'import samba.provision'], { env }),
  ];
  return answers.every(({ code }) => code === 0);
}

/** False where the system gives nobody a network of their own: Samba could only have the ports of the machine. */
export function canRunSamba() {
  const own = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  try {
    execFileSync('unshare', ['--net', '--mount', '--pid', '--fork', ...own, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A new Active Directory domain on loopback, with nobody in it but its administrator. See samba.d.mts. */
export async function startSamba({ realm, password = 'Secret.of.the.domain.1', names = 'DNS:localhost' }) {
  const home = await sambaFolder();
  const folder = scratchFolder();
  const { pem } = certifyNames(folder, names);
  const log = openSync(join(folder, 'log'), 'a');
  const words = [PROGRAM, 'outside', home, folder, realm.toUpperCase(), password];
  const server = spawn(PYTHON, words, { stdio: ['pipe', log, log] });
  const lastWords = () => readFileSync(join(folder, 'log'), 'utf8').slice(-4000);
  await ready(folder, server, lastWords);
  const suffix = realm
    .split('.')
    .map((part) => `DC=${part.toLowerCase()}`)
    .join(',');
  return {
    suffix,
    pem,
    ...JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8')),
    administrator: { dn: `CN=Administrator,CN=Users,${suffix}`, password },
    lastWords,
    stop: async () => {
      server.stdin.end();
      if (!(await hasEnded(server.pid, 10_000))) await endProcess(server.pid, 0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(folder, server, lastWords) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && server.exitCode === null; await sleep(50))
    if (existsSync(join(folder, 'ready'))) return;
  await endProcess(server.pid);
  throw new Error(`Samba did not start:\n${lastWords()}`);
}
