import { spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { freePort } from '../start/port.mjs';
import { endProcess } from '../workspace/processes.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { answers, certify } from './provider.mjs';

/** pysaml2 as an identity provider on loopback: one person, always signed in. */
export async function startPysaml2(ourMetadata, { encrypt = false } = {}) {
  const folder = scratchFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  certify(join(folder, 'provider'), 'pysaml2');
  writeFileSync(join(folder, 'st0r.xml'), ourMetadata);
  const log = openSync(join(folder, 'python.log'), 'a');
  const words = [inRoot('tools', 'saml', 'pysaml2_provider.py'), folder, String(port), encrypt ? 'encrypt' : 'plain'];
  const python = spawn('/usr/bin/python3', words, { stdio: ['ignore', log, log] });
  const stop = async () => {
    await endProcess(python.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  await answers(`${url}/metadata`, stop);
  return {
    entityId: `${url}/metadata`,
    metadataUrl: `${url}/metadata`,
    lastWords: () => readFileSync(join(folder, 'python.log'), 'utf8').split('\n').slice(-40).join('\n'),
    stop,
  };
}
