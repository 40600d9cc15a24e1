import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/targets.mjs';
import { runningServer } from '../mariadb/index.mjs';
import { prepareDataFolder, socketPath } from '../mariadb/folders.mjs';
import { serverUser } from '../mariadb/system-user.mjs';
import { takeLock } from '../workspace/lock.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { run } from '../workspace/run.mjs';
import { openDatabase, privateDatabaseEnvironment } from './database.mjs';
import { nodeArguments, productEnvironment } from './product.mjs';
import { prepareFolders, readSettings } from './settings.mjs';

/** Runs one operator command with this installation's database, starting the private one when nobody else has. */
export async function operate(words) {
  const settings = readSettings();
  prepareFolders(settings);
  await build('api');
  const database = await databaseFor(settings);
  // Ctrl-C reaches the command as well; we stay to stop the database after it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  try {
    const env = productEnvironment(settings, database.env);
    return (await run(process.execPath, nodeArguments('cli', words), { env, inherit: true })).code;
  } finally {
    await database.stop();
  }
}

async function databaseFor(settings) {
  if (settings.databaseUrl) return openDatabase(settings);
  const release = takeLock(join(settings.dataDir, 'run', 'start.lock'), 'npm run st0r');
  if (!release) return runningDatabase(settings);
  try {
    const database = await openDatabase(settings);
    return { ...database, stop: () => database.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

// The product runs: its database is used and left running.
async function runningDatabase({ dataDir, secretsDir }) {
  const user = await serverUser();
  const folder = join(dataDir, 'mariadb');
  const real = existsSync(folder) ? prepareDataFolder(folder, user) : undefined;
  if (!real || !runningServer(real)) {
    throw new PlainError('ClientSt0r is just starting or stopping.', ['Try again in a moment.']);
  }
  return { env: privateDatabaseEnvironment(socketPath(real, user), secretsDir), stop: async () => {} };
}
