import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { openDatabase, SCHEMA } from '../start/database.mjs';
import { freePort } from '../start/port.mjs';
import { initSecrets } from '../start/prepare.mjs';
import { operatorCommand, productEnvironment } from '../start/product.mjs';
import { addressOf, untilServing } from '../start/ready.mjs';
import { databasePasswords } from '../start/secrets.mjs';
import { startService } from '../start/service.mjs';
import { prepareFolders } from '../start/settings.mjs';

/**
 * The product on a durable database of its own, migrated and serving as `npm start` would run it.
 * Answers { url, dataDir, secretsDir, settings, env, root (a connection as database root), operator(words...),
 * startApi(), startWorker(), stopServices(), pidOf(name), stop() }.
 */
export async function openStack(dataDir, { bufferPool }) {
  const secretsDir = join(dataDir, 'secrets');
  const keyringFile = join(secretsDir, 'keyring.json');
  const port = await freePort();
  const settings = { host: '127.0.0.1', port, dataDir, secretsDir, keyringFile, memory: 'durable' };
  prepareFolders(settings);
  const database = await openDatabase(settings);
  const env = productEnvironment(settings, database.env);
  const password = databasePasswords(secretsDir).root;
  const root = await createConnection({
    socketPath: database.server.socket,
    user: 'root',
    password,
    multipleStatements: false,
    maxPreparedStatements: 100,
  });
  await root.query(`SET GLOBAL innodb_buffer_pool_size = ${bufferPool}`);
  await initSecrets(settings, env);
  await operatorCommand(['migrate'], env);
  await root.query(`USE \`${SCHEMA}\``);
  return new Stack({ settings, env, database, root });
}

class Stack {
  services = new Map();

  constructor({ settings, env, database, root }) {
    Object.assign(this, { settings, env, database, root });
    this.url = addressOf(settings);
    this.dataDir = settings.dataDir;
    this.secretsDir = settings.secretsDir;
  }

  /** Runs one operator command and answers what it printed. */
  operator(...words) {
    return operatorCommand(words, this.env);
  }

  /** Starts the API; answers the milliseconds from its start until it is ready. */
  async startApi() {
    const startedAt = performance.now();
    const api = this.start('main');
    const url = `${this.url}/health/ready`;
    let gone = false;
    void api.ended.then(() => (gone = true));
    while (!gone && performance.now() - startedAt < 60_000) {
      const ready = await fetch(url).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return performance.now() - startedAt;
      await sleep(10);
    }
    await untilServing(this.settings, api);
    return performance.now() - startedAt;
  }

  startWorker() {
    this.start('worker');
  }

  /** Stops one service when it runs. */
  async stopService(name) {
    await this.services.get(name)?.stop();
    this.services.delete(name);
  }

  /** Starts `main` or `worker`, with settings of its own where given. */
  start(name, extraEnv = {}) {
    const { dataDir } = this;
    const env = { ...this.env, ...extraEnv };
    const service = startService(name, { env, dataDir });
    this.services.set(name, service);
    return service;
  }

  /** The process id of `main` or `worker`. */
  pidOf(name) {
    return Number.parseInt(readFileSync(join(this.dataDir, 'run', `${name}.pid`), 'utf8'), 10);
  }

  async stopServices() {
    await Promise.all([...this.services.values()].map((service) => service.stop()));
    this.services.clear();
  }

  async stop() {
    if (this.stopped) return;
    this.stopped = true;
    await this.stopServices();
    this.root.destroy();
    await this.database.stop();
  }
}
