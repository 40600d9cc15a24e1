import { spawn } from 'node:child_process';
import { noteInstalled } from '../../start/prepare.mjs';
import { inRoot, ROOT } from '../../workspace/paths.mjs';
import { endProcess } from '../../workspace/processes.mjs';
import { median } from '../statistics.mjs';

const TIMES = 3;

/** Milliseconds from starting the built API to its first ready answer; the database runs already. */
export async function coldStart(stack) {
  const times = [];
  for (let at = 0; at < TIMES; at += 1) {
    await stack.stopServices();
    times.push(await stack.startApi());
  }
  return median(times);
}

/** Milliseconds of a second `npm start` on the seeded data, from the command until it says where it serves. */
export async function secondStart({ dataDir, settings }) {
  noteInstalled(dataDir);
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(settings.port), HOST: settings.host };
  // As a person starts it: the outer Node finds the pinned one by itself.
  for (const name of ['ST0R_PINNED_NODE', 'DATABASE_URL', 'SECRETS_DIR', 'KEYRING_FILE']) delete env[name];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [inRoot('tools', 'start.mjs')], { cwd: ROOT, env, stdio: 'pipe' });
  try {
    await said(child, 'ClientSt0r serves');
    return performance.now() - startedAt;
  } finally {
    await endProcess(child.pid, 90_000);
  }
}

function said(child, words) {
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      output += chunk;
      if (output.includes(words)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`npm start ended early:\n${output.slice(-2000)}`)));
    child.once('error', reject);
  });
}
