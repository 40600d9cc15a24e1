import { join } from 'node:path';
import { buildChanged } from '../build/targets.mjs';
import { lockHolder, takeLock } from '../workspace/lock.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { step } from '../workspace/steps.mjs';
import { findOrInstallServer } from '../mariadb/index.mjs';
import { keepDatabase } from './keep-database.mjs';
import { openDatabase } from './database.mjs';
import { checkPort } from './port.mjs';
import { initSecrets, isFirstRun, noteInstalled, sealedWords } from './prepare.mjs';
import { operatorCommand, productEnvironment } from './product.mjs';
import { addressOf, untilServing } from './ready.mjs';
import { startService, stopLeftover } from './service.mjs';
import { checkRoom, prepareFolders, readSettings } from './settings.mjs';
import { Interrupted, Shutdown } from './shutdown.mjs';

/** Brings the whole product up, serves until asked to stop, and answers the exit code. */
export async function serve({ demo, dev }) {
  const shutdown = new Shutdown();
  try {
    const services = await shutdown.unlessAsked(bringUp(shutdown, { demo, dev }));
    return await untilStopped(shutdown, services);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.log(`\n${error.message}`);
    return error.exitCode;
  } finally {
    await shutdown.stop();
  }
}

async function bringUp(shutdown, { demo, dev }) {
  const settings = readSettings();
  prepareFolders(settings);
  holdLock(shutdown, settings.dataDir);
  for (const name of ['main', 'worker']) await stopLeftover(settings.dataDir, name);
  await checkPort(settings.host, settings.port);
  checkRoom(settings.dataDir, isFirstRun(settings.dataDir));
  if (!settings.databaseUrl)
    await shutdown.step('database server', async () => `MariaDB ${(await findOrInstallServer()).version}`);
  await shutdown.step('build', buildChanged);
  // Needs no database, and the second core has nothing to do meanwhile.
  const secrets = beside(initSecrets(settings, productEnvironment(settings, {})));
  const database = await startDatabase(shutdown, settings);
  const env = productEnvironment(settings, database.env);
  await shutdown.step('secrets', () => secrets);
  const signIns = await migrate(shutdown, env, demo);
  const setupLink = beside(operatorCommand(['setup-link'], env));
  const services = await startServices(shutdown, settings, { env, dev });
  if (dev) await (await import('./watch.mjs')).watchAndRestart(shutdown, services);
  await sayGoodMorning(settings, { setupLink, signIns, state: services.state });
  return services;
}

function holdLock(shutdown, dataDir) {
  const file = join(dataDir, 'run', 'start.lock');
  const release = takeLock(file, 'npm start');
  if (release) return shutdown.add(release);
  const holder = lockHolder(file);
  throw new PlainError(`ClientSt0r already runs on ${dataDir} (${holder?.purpose}, process ${holder?.pid}).`, [
    `Use the one that runs, or stop it first: kill ${holder?.pid}`,
  ]);
}

async function startDatabase(shutdown, settings) {
  let database;
  await shutdown.step('database', async () => {
    database = await openDatabase(settings);
    return database.words;
  });
  const kept = keepDatabase(database, settings);
  shutdown.add(() => step('database stopped', async () => void (await kept.stop())));
  return database;
}

async function migrate(shutdown, env, demo) {
  await shutdown.step('schema', async () => void (await operatorCommand(['migrate'], env)));
  if (!demo) return '';
  let signIns = '';
  await shutdown.step('sample data', async () => void (signIns = await operatorCommand(['demo', 'load'], env)));
  return signIns;
}

async function startServices(shutdown, settings, { env, dev }) {
  const { dataDir } = settings;
  const start = (name) => startService(name, { env, dataDir, show: dev });
  const services = { start, api: start('main'), worker: undefined, state: 'starting' };
  shutdown.add(() => step('API and worker stopped', async () => void (await stopServices(services))));
  await shutdown.step('API', async () => (services.state = await untilServing(settings, services.api)));
  services.worker = start('worker');
  return services;
}

async function stopServices({ api, worker }) {
  await Promise.all([api.stop(), worker?.stop()]);
}

async function sayGoodMorning(settings, { setupLink, signIns, state }) {
  if (state === 'sealed') return console.log(['', ...sealedWords(settings), '', addressOf(settings)].join('\n'));
  noteInstalled(settings.dataDir);
  const link = await setupLink;
  console.log(`\n${[signIns, `ClientSt0r serves ${addressOf(settings)}`].filter(Boolean).join('\n\n')}`);
  if (link) console.log(`Set it up with this link, which works once:\n${link}`);
}

/** Work that goes on while other steps do; its failure is heard when somebody waits for it, and not before. */
function beside(work) {
  work.catch(() => undefined);
  return work;
}

async function untilStopped(shutdown, services) {
  const end = await Promise.race([shutdown.asked.then(() => undefined), apiEnd(services)]);
  if (!end) {
    console.log('\nStopping ...');
    return 0;
  }
  throw new PlainError(`The API stopped by itself (exit code ${end.code ?? end.signal}). Its last words:`, [
    ...services.api.lastWords(25),
    `The whole log: ${services.api.log}`,
  ]);
}

// While developing, the API is replaced by a newer one; only the end of the current one counts.
async function apiEnd(services) {
  for (;;) {
    const { api } = services;
    const end = await api.ended;
    if (api === services.api && !services.restarting) return end;
    await services.restarting;
  }
}
