import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MixedWrites } from '../../apps/api/test/faults/mixed-writes';
import { Readers } from '../../apps/api/test/faults/two-nodes';
import { Visitor } from '../../apps/api/test/faults/visitor';
import { copyOfRelease } from '../../docker/test/release.mjs';
import { Elsewhere, joinByCable } from './machine/cable.mjs';
import { canOverlay } from './machine/machine.mjs';
import { asNext } from './machine/next-release.mjs';
import { Server } from './machine/server.mjs';
import { blocksOf, commandsOf } from './page.mjs';

const PAGE = 'how-to/run-on-several-nodes.md';
const DOMAIN = 'st0r.example.com';
const [FIRST, SECOND] = ['10.0.0.11', '10.0.0.12'];
const SITE = '203.0.113.1';
const STREET = Array.from({ length: 20 }, (_, at) => `203.0.113.${10 + at}`);
const ENV = '/etc/st0r/st0r.env';
const UPSTREAM = '/etc/nginx/st0r/local/upstream.conf';
const PATIENCE_MS = 30_000;

describe.runIf(canOverlay())('how-to/run-on-several-nodes.md, word by word, on two servers', () => {
  const servers = [];
  let [web1, web2, street, desk] = [];
  let owner;
  /** The owner through nginx, from one of many addresses. */
  let site;
  const blocks = (chapter) => blocksOf(PAGE).filter((block) => block.chapter === chapter);
  const [open, bring, settings, install, upstream, reload] = blocks('Add a node').map(({ text }) => text);
  const installs = commandsOf('how-to/install-on-a-server.md').filter((line) => line.includes('install.sh --domain'));

  beforeAll(async () => {
    web1 = await aServer('web1', { database: true });
    web2 = await aServer('web2');
    await joinByCable([web1.inside.pid, web2.inside.pid], 'nodes', [FIRST, SECOND]);
    await web2.must(`ip route add ${SITE} via ${FIRST}`);
    street = await Elsewhere.start({ own: STREET });
    servers.push(street);
    await joinByCable([web1.inside.pid, street.pid], 'street', [SITE, STREET]);
    desk = await Elsewhere.start({ network: web1.inside.pid });
    servers.push(desk);
    await web1.must(
      'ssh-keygen -q -t ed25519 -N "" -f .ssh/id_ed25519 && echo StrictHostKeyChecking accept-new >.ssh/config',
    );
    await web2.write('/root/.ssh/authorized_keys', await web1.must('cat .ssh/id_ed25519.pub'), { mode: '600' });
    await web1.must(installs.at(-1));
    owner = await Visitor.owner({
      url: `http://127.0.0.1:${await desk.reach('127.0.0.1', 8080)}`,
      operator: async (...words) => (await web1.must(`st0r ${words.join(' ')}`)).trim(),
    });
    const ca = await web1.must('cat /etc/st0r/tls/chain.pem');
    site = owner.at(`https://127.0.0.1:${await street.reach(SITE, 443)}`, { ca, servername: DOMAIN });
  });
  afterAll(async () => {
    for (const server of servers.reverse()) await server.stop();
  });

  async function aServer(name, how) {
    const server = await Server.fresh(name, { hosts: `${SITE} ${DOMAIN}`, ...how });
    servers.push(server);
    await server.must(`ln -s ${inject('release')} st0r-release`);
    return server;
  }

  /** What somebody writes into a file of settings: one of these names is theirs now. */
  const set = (server, text, without = []) => {
    const lines = text.trim().split('\n');
    const names = [...lines.map((line) => line.split('=')[0]), ...without];
    return server.must(`sed -i -E '/^(${names.join('|')})=/d' ${ENV} && cat >>${ENV}`, {
      input: `${lines.join('\n')}\n`,
    });
  };
  const follow = async (server, text) => {
    const said = [];
    for (const command of text.trim().split('\n')) said.push(await server.must(command));
    return said.join('\n');
  };
  const nodesSay = (doctor) => /^(?:ok|WARN|WRONG|\?) +nodes: (.*)$/m.exec(doctor)?.[1];
  const untilNodesSay = async (server, words) => {
    for (const until = Date.now() + PATIENCE_MS; ; await sleep(500)) {
      const said = nodesSay((await server.type('st0r doctor')).output);
      if (words.test(said) || Date.now() > until) return said;
    }
  };
  /** How many of some requests through nginx each node has in its journal, by the id each was sent with. */
  const answeredBy = async (count = 12) => {
    const mark = `asked-${Date.now()}`;
    for (let n = 0; n < count; n += 1)
      expect((await site.call('GET', '/me', undefined, { 'x-request-id': `${mark}-${n}` })).status).toBe(200);
    // Lines are written together, half a second later at most.
    await sleep(1_000);
    const journals = [web1, web2].map((server) => server.must('journalctl -u st0r-api'));
    return (await Promise.all(journals)).map((text) => text.split(`"${mark}-`).length - 1);
  };
  /** People who read and write through nginx while something is done to a node; answers what they complain about. */
  const whilePeopleWork = async (act) => {
    await owner.must('POST', '/auth/refresh');
    const through = () => owner.at(site.url, site.wire);
    const writes = new MixedWrites(through());
    const readers = new Readers([through(), through()]);
    writes.start(3);
    readers.start();
    await sleep(1_000);
    try {
      await act();
      await sleep(1_000);
    } finally {
      await Promise.all([writes.stop(), readers.stop()]);
    }
    expect([readers.answers > 50, writes.acknowledged.length > 20]).toEqual([true, true]);
    return [...readers.wrong, ...writes.strange, `${writes.away} away`, `${writes.repeated} sent again`].slice(-6);
  };
  const NOTHING = ['0 away', '0 sent again'];

  it('opens the database of the first to the second', async () => {
    await set(web1, 'DRAIN_SECONDS=5');
    await follow(web1, open);
    expect((await site.call('GET', '/me')).status).toBe(200);
  });

  it('brings settings and secrets to the second, which is installed with them', async () => {
    await follow(web1, bring);
    await set(web2, settings, ['DATABASE_SOCKET']);
    const said = await follow(web2, install);
    expect(nodesSay(said)).toBe('All 4 processes have the same.');
    expect(await web2.must('cat /var/log/looked-for')).not.toContain('mariadb');
  });

  it('shares out requests to both once nginx knows them', async () => {
    await web1.write(UPSTREAM, upstream);
    await follow(web1, reload);
    const [one, other] = await answeredBy();
    expect([one > 0, other > 0, one + other]).toEqual([true, true, 12]);
  });

  it('takes one out, and nobody who reads or writes notices', async () => {
    const [stop] = blocks('Take one out');
    expect(await whilePeopleWork(() => follow(web2, stop.text))).toEqual(NOTHING);
    expect(await answeredBy()).toEqual([12, 0]);
    await web1.must(`sed -i '/${SECOND}/d' ${UPSTREAM}`);
    await follow(web1, reload);
  });

  it('names a node that has something of its own', async () => {
    await web2.must('mv /etc/st0r/secrets/pepper.key . && st0r secrets init');
    await set(web2, 'PUBLIC_URL=https://other.example.com');
    await web2.must('systemctl start st0r-api');
    expect(await untilNodesSay(web1, /web2/)).toMatch(/^web2 api \d+ has its own PUBLIC_URL, pepper\.key\. /);
    await web2.must('systemctl stop st0r-api && mv pepper.key /etc/st0r/secrets/pepper.key');
    await set(web2, `PUBLIC_URL=https://${DOMAIN}`);
    await web2.must('systemctl start st0r-api st0r-worker');
    expect(await untilNodesSay(web1, /^All 4/)).toBe('All 4 processes have the same.');
  });

  it('is updated one after the other, while people work', async () => {
    await web1.write(UPSTREAM, upstream);
    await follow(web1, reload);
    const next = await copyOfRelease(inject('release'), { withNode: true });
    asNext(next, '0.2.0');
    for (const server of [web1, web2]) await server.must(`ln -sfn ${next} st0r-release`);
    const [{ text }] = blocks('Update one after the other');
    const said = [];
    const noticed = await whilePeopleWork(async () => {
      said.push(await follow(web1, text));
      await sleep(20_000);
      said.push(await follow(web2, text));
    });
    console.log(await web1.must('cat /var/log/nginx/error.log'), noticed);
    expect(noticed).toEqual(NOTHING);
    expect(said.map(nodesSay)).toEqual([
      expect.stringMatching(/^They run 0\.1\.0 and 0\.2\.0/),
      'All 4 processes have the same.',
    ]);
    expect((await web2.type('systemctl is-active st0r-backup.timer')).code).toBe(1);
  });
});
