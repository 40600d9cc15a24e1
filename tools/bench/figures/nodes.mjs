import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { upstreamOf } from '../../../deploy/install/site.mjs';
import { sitePorts, startNginx } from '../../../deploy/test/nginx.mjs';
import { freePort } from '../../start/port.mjs';
import { untilServing } from '../../start/ready.mjs';
import { startService } from '../../start/service.mjs';
import { turn } from '../load.mjs';
import { turnFigures } from '../statistics.mjs';

const CALLERS = 32;
const LIST = 'status=active&sort=name&limit=50&total=true';

/** The same list through nginx from one API process and from two, on the cores that are there: { one, two }. */
export async function nodesFigures({ stack, facts, wanted }) {
  const second = await anotherApi(stack);
  try {
    const one = await through([stack.url], { facts, wanted });
    const two = await through([stack.url, second.url], { facts, wanted });
    return { one, two };
  } finally {
    await second.stop();
  }
}

async function anotherApi({ env, dataDir: ours }) {
  const dataDir = join(ours, 'second');
  for (const name of ['logs', 'run']) mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
  const settings = { host: '127.0.0.1', port: await freePort() };
  const more = { NODE_NAME: 'second', PORT: String(settings.port), DATA_DIR: dataDir };
  const service = startService('main', { env: { ...env, ...more }, dataDir });
  await untilServing(settings, service);
  return { url: `http://127.0.0.1:${settings.port}`, stop: () => service.stop() };
}

async function through(nodes, { facts, wanted }) {
  const ports = await sitePorts();
  const local = {
    'listen-tls': `listen 127.0.0.1:${ports.tls};`,
    names: 'server_name 127.0.0.1;',
    certificate: '',
    upstream: upstreamOf(nodes.map((url) => new URL(url).host)),
  };
  const nginx = await startNginx({ api: nodes[0], ports, local });
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  try {
    const list = listing({ port: ports.tls, agent, facts });
    await turn(list, { connections: CALLERS, seconds: 2 });
    return turnFigures(await turn(list, { connections: CALLERS, seconds: wanted.seconds }));
  } finally {
    agent.destroy();
    await nginx.stop();
  }
}

// From many addresses and as many people: limits are for one of them.
const listing =
  ({ port, agent, facts: { organisations, people } }) =>
  (number) =>
    new Promise((resolve, reject) => {
      const { cookie } = people.keepers[number % people.keepers.length];
      const where = { host: '127.0.0.1', port, agent, localAddress: `127.0.2.${1 + (number % CALLERS)}` };
      const path = `/api/v1/assets?org=${organisations[0].slug}&${LIST}`;
      const asked = request({ ...where, path, headers: { cookie, 'x-msp': '1' } }, (answer) => {
        answer.on('error', reject).on('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`The list answered ${answer.statusCode} through nginx.`));
        });
        answer.resume();
      });
      asked.on('error', reject).end();
    });
