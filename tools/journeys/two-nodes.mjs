import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { upstreamOf } from '../../deploy/install/site.mjs';
import { sitePorts, startNginx } from '../../deploy/test/nginx.mjs';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { startStack } from './stack.mjs';

/** As long as systemd waits before it starts a service again. */
const RESTART_MS = 2_000;

/**
 * The same product as two API processes and two workers behind the shipped nginx, without TLS, which browsers allow this
 * machine. Answers what `startStack` does; `url` leads to nginx. An API process that ends is started again, as by systemd.
 */
export async function startTwoNodes(extraEnv = {}) {
  const ports = await sitePorts();
  const url = `http://127.0.0.1:${ports.tls}`;
  const dataDir = scratchFolder();
  // Whichever worker makes a backup, each finds it.
  const shared = { BACKUP_TARGET: join(dataDir, 'backups'), BACKUP_SAFE_TARGET: join(dataDir, 'backup-keys') };
  const address = { PUBLIC_URL: url, TRUSTED_PROXIES: '127.0.0.1' };
  const stack = await startStack({ ...address, ...shared, ...extraEnv }, { dataDir });
  try {
    const second = await stack.startAnother('second');
    stack.startAnotherWorker('second-worker');
    const nginx = await startNginx({ api: stack.url, ports, local: site([stack.url, second.url], ports) });
    const watch = { over: false };
    const kept = [
      keep(watch, stack.api, () => stack.startApi().then(() => stack.api)),
      keep(watch, second, second.again),
    ];
    const stop = async () => {
      watch.over = true;
      await nginx.stop();
      await stack.stop();
      await Promise.all(kept);
    };
    return { ...stack, url, stop };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

function site(nodes, ports) {
  const hosts = nodes.map((one) => new URL(one).host);
  return {
    'listen-tls': `listen 127.0.0.1:${ports.tls};`,
    names: 'server_name 127.0.0.1 localhost;',
    certificate: '',
    upstream: upstreamOf(hosts, { leftAlone: '2s' }),
  };
}

async function keep(watch, service, again) {
  for (let now = service; !watch.over;) {
    await now.ended;
    if (!watch.over) await sleep(RESTART_MS);
    if (!watch.over) now = await again();
  }
}
