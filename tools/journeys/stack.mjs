import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildChanged } from '../build/targets.mjs';
import { openDatabase } from '../start/database.mjs';
import { freePort } from '../start/port.mjs';
import { initSecrets } from '../start/prepare.mjs';
import { operatorCommand, productEnvironment } from '../start/product.mjs';
import { addressOf, untilServing } from '../start/ready.mjs';
import { startService } from '../start/service.mjs';
import { prepareFolders } from '../start/settings.mjs';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { underLock } from '../workspace/lock.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { copyFirstStart } from './first-start.mjs';

/**
 * The whole product, built, on an empty database and a free port of its own. See stack.d.mts for the shapes.
 * `extraEnv` reaches API, worker and operator commands; `memory: 'durable'` makes the database survive a kill;
 * `anew` makes the schema and the secrets here instead of copying those of another first start.
 */
export async function startStack(
  extraEnv = {},
  { memory = 'test', dataDir = scratchFolder(), named = false, open = openDatabase, anew = false } = {},
) {
  const copied = memory === 'test' && open === openDatabase && !anew;
  await byOneAtATime('build for tests', async () => {
    await buildChanged();
    if (copied) await copyFirstStart(dataDir, firstStart);
  });
  const settings = await settingsOf(dataDir, memory);
  const database = await open(settings);
  // Browsers make passkeys for names only, and this machine has one.
  const url = named ? `http://localhost:${settings.port}` : addressOf(settings);
  const env = { ...productEnvironment(settings, database.env), ...(named && { PUBLIC_URL: url }), ...extraEnv };
  try {
    if (!copied) await prepare(settings, env);
    return await serveStack({ ...settings, url }, env, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function settingsOf(dataDir, memory) {
  const secretsDir = join(dataDir, 'secrets');
  const settings = { host: '127.0.0.1', port: await freePort(), dataDir, secretsDir, memory };
  prepareFolders(settings);
  return { ...settings, keyringFile: join(secretsDir, 'keyring.json') };
}

async function prepare(settings, env) {
  await initSecrets(settings, env);
  await operatorCommand(['migrate'], env);
}

async function firstStart(dataDir) {
  const settings = await settingsOf(dataDir, 'test');
  const database = await openDatabase(settings);
  try {
    await prepare(settings, productEnvironment(settings, database.env));
  } finally {
    await database.stop();
  }
}

// Test files run side by side: two bundlers in one folder would break each other's programs.
async function byOneAtATime(purpose, work) {
  const lock = inRoot('node_modules', '.cache', 'stack-build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  await underLock(lock, purpose, work);
}

async function serveStack(settings, env, database) {
  const { dataDir, url } = settings;
  const stack = { url, env, dataDir, database: database.server };
  stack.operator = (...words) => operatorCommand(words, env);
  stack.startApi = async (more = {}) => {
    stack.api = startService('main', { env: { ...env, ...more }, dataDir });
    try {
      await untilServing(settings, stack.api);
    } catch (error) {
      await stack.api.stop();
      throw error;
    }
  };
  stack.startAnother = async (name, moreEnv = {}) => startAnother(stack, name, moreEnv);
  stack.startAnotherWorker = (name, moreEnv = {}) => {
    const service = startService('worker', anotherPlace(stack, name, moreEnv));
    stack.others.push(service);
    return service;
  };
  stack.others = [];
  stack.startDatabase = async () => void (stack.database = (await openDatabase(settings)).server);
  await stack.startApi();
  stack.startWorker = (more = {}) =>
    void (stack.worker = startService('worker', { env: { ...env, ...more }, dataDir }));
  stack.startWorker();
  stack.stop = async () => {
    await Promise.all([stack.api.stop(), stack.worker.stop(), ...stack.others.map((other) => other.stop())]);
    await stack.database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return stack;
}

// A further API process on the same database, with its log in a folder of its own.
async function startAnother(stack, name, moreEnv) {
  const settings = { host: '127.0.0.1', port: await freePort() };
  const place = anotherPlace(stack, name, { PORT: String(settings.port), ...moreEnv });
  const start = async () => {
    const service = startService('main', place);
    stack.others.push(service);
    await untilServing({ ...settings, dataDir: place.dataDir }, service);
    return service;
  };
  return { ...(await start()), url: addressOf(settings), again: start };
}

function anotherPlace(stack, name, moreEnv) {
  const dataDir = join(stack.dataDir, 'others', name);
  prepareFolders({ dataDir, secretsDir: stack.env.SECRETS_DIR });
  return { env: { ...stack.env, NODE_NAME: name, DATA_DIR: dataDir, ...moreEnv }, dataDir };
}
