import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged } from '../build/targets.mjs';
import { openDatabase } from '../start/database.mjs';
import { freePort } from '../start/port.mjs';
import { initSecrets } from '../start/prepare.mjs';
import { operatorCommand, productEnvironment } from '../start/product.mjs';
import { addressOf, untilServing } from '../start/ready.mjs';
import { startService } from '../start/service.mjs';
import { prepareFolders } from '../start/settings.mjs';
import { scratchFolder } from '../mariadb/scratch.mjs';

/**
 * The whole product, built, on an empty database and a free port of its own. See stack.d.mts for the shapes.
 * `extraEnv` reaches API, worker and operator commands.
 */
export async function startStack(extraEnv = {}) {
  await buildChanged();
  const dataDir = scratchFolder();
  const secretsDir = join(dataDir, 'secrets');
  const settings = { host: '127.0.0.1', port: await freePort(), dataDir, secretsDir, memory: 'test' };
  Object.assign(settings, { keyringFile: join(secretsDir, 'keyring.json') });
  prepareFolders(settings);
  const database = await openDatabase(settings);
  const env = { ...productEnvironment(settings, database.env), ...extraEnv };
  try {
    await initSecrets(settings, env);
    await operatorCommand(['migrate'], env);
    return await serveStack(settings, env, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function serveStack(settings, env, database) {
  const { dataDir } = settings;
  const stack = { url: addressOf(settings), env, dataDir, database: database.server };
  stack.operator = (...words) => operatorCommand(words, env);
  stack.startApi = async () => {
    stack.api = startService('main', { env, dataDir });
    try {
      await untilServing(settings, stack.api);
    } catch (error) {
      await stack.api.stop();
      throw error;
    }
  };
  await stack.startApi();
  stack.worker = startService('worker', { env, dataDir });
  stack.stop = async () => {
    await Promise.all([stack.api.stop(), stack.worker.stop()]);
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return stack;
}
