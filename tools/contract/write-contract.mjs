import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/targets.mjs';
import { clearLeftovers, scratchFolder } from '../mariadb/scratch.mjs';
import { openDatabase } from '../start/database.mjs';
import { initSecrets } from '../start/prepare.mjs';
import { operatorCommand, productEnvironment } from '../start/product.mjs';
import { prepareFolders } from '../start/settings.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';
import { differences, restore, snapshot } from './snapshot.mjs';

const WRITTEN = ['apps/api/src/schema', 'libs/api-client/src', 'docs/reference'];
const CLIENT_GENERATOR = inRoot('libs', 'api-client', 'generate.mjs');

/** Writes the contract; with `check` puts the old files back, names those that differ, and answers 1. */
export async function writeContract({ check }) {
  const before = snapshot(WRITTEN);
  await generate();
  const changed = differences(before, snapshot(WRITTEN));
  if (!check) {
    console.log(changed.length ? `written: ${changed.join(', ')}` : 'nothing changed');
    return 0;
  }
  restore(before, snapshot(WRITTEN));
  if (changed.length === 0) return 0;
  throw new PlainError(`These generated files are out of date: ${changed.join(', ')}.`, [
    'Run: npx nx run api:contract',
  ]);
}

async function generate() {
  await build('api');
  await onScratchDatabase(async (env) => {
    await operatorCommand(['migrate'], env);
    await operatorCommand(['contract'], env);
  });
  if (!existsSync(CLIENT_GENERATOR)) return;
  const { code, output } = await run(process.execPath, [CLIENT_GENERATOR]);
  if (code !== 0) throw new PlainError('The API client cannot be generated:', tail(output, 30));
}

async function onScratchDatabase(work) {
  await clearLeftovers();
  const dataDir = scratchFolder();
  const secretsDir = join(dataDir, 'secrets');
  const settings = { host: '127.0.0.1', port: 8080, dataDir, secretsDir, memory: 'test' };
  Object.assign(settings, { keyringFile: join(secretsDir, 'keyring.json') });
  prepareFolders(settings);
  const database = await openDatabase(settings);
  try {
    const env = productEnvironment(settings, database.env);
    await initSecrets(settings, env);
    await work(env);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
