import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MixedWrites } from '../../apps/api/test/faults/mixed-writes';
import { Readers } from '../../apps/api/test/faults/two-nodes';
import { Visitor } from '../../apps/api/test/faults/visitor';
import { copyOfRelease } from '../../docker/test/release.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { Elsewhere, joinByCable, reaches } from './machine/cable.mjs';
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
  /** The same person at the second node, past nginx. */
  let there;
  /** The owner through nginx, from one of many addresses. */
  let site;
  const blocks = (chapter) => blocksOf(PAGE).filter((block) => block.chapter === chapter);
  const [open, bring, settings, install, upstream, reload] = blocks('Add a node').map(({ text }) => text);
  const installs = commandsOf('how-to/install-on-a-server.md').filter((line) => line.includes('install.sh --domain'));

  beforeAll(async () => {
    web1 = await aServer('web1', { database: true, hosts: `${SITE} ${DOMAIN}` });
    web2 = await aServer('web2');
    await joinByCable([web1.inside.pid, web2.inside.pid], 'nodes', [FIRST, SECOND]);
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
    there = owner.at(`http://127.0.0.1:${await desk.reach(SECOND, 8080)}`);
    const ca = await web1.must('cat /etc/st0r/tls/chain.pem');
    site = owner.at(`https://127.0.0.1:${await street.reach(SITE, 443)}`, { ca, servername: DOMAIN });
  });
  afterAll(async () => {
    for (const server of servers.reverse()) await server.stop();
  });

  async function aServer(name, how) {
    const server = await Server.fresh(name, how);
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
  const page = () => readFileSync(inRoot('docs', PAGE), 'utf8');
  const said = (words) => words.exec(page())[1];
  const follow = async (server, text) => {
    const words = [];
    for (const command of text.trim().split('\n')) words.push(await server.must(command));
    return words.join('\n');
  };
  const nodesSay = (doctor) => /^(?:ok|WARN|WRONG|\?) +nodes: (.*)$/m.exec(doctor)?.[1];
  /** What the page Status says about the nodes, once it says something like it. */
  const untilNodesSay = async (words) => {
    for (const until = Date.now() + PATIENCE_MS; ; await sleep(200)) {
      const { findings } = (await owner.must('GET', '/status')).body;
      const { says } = findings.find(({ name }) => name === 'nodes');
      if (words.test(says) || Date.now() > until) return says;
    }
  };
  const untilServing = async (server) => {
    for (const until = Date.now() + PATIENCE_MS; (await server.type('st0r health --ready')).code !== 0;)
      if (Date.now() > until) throw new Error(await server.must('st0r health --ready'));
  };
  const untilAnswers = async (visitor) => {
    for (const until = Date.now() + PATIENCE_MS; (await visitor.call('GET', '/me')).status !== 200; await sleep(100))
      if (Date.now() > until) throw new Error('Nobody answers.');
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
    const readers = new Readers([through(), through()], 40);
    writes.start(1);
    readers.start();
    await sleep(1_000);
    try {
      await act();
      await sleep(1_000);
    } finally {
      await Promise.all([writes.stop(), readers.stop()]);
    }
    expect([readers.answers > 30, writes.acknowledged.length > 10]).toEqual([true, true]);
    return [...readers.wrong, ...writes.strange, `${writes.away} away`, `${writes.repeated} sent again`].slice(-6);
  };
  const NOTHING = ['0 away', '0 sent again'];

  it('has these commands, all of which are followed here', () => {
    const followed = ['Add a node', 'Take one out', 'Update one after the other'].flatMap(blocks);
    const words = followed.map(({ language, text }) => (language === 'sh' ? text.trim().split('\n') : [language]));
    expect(words.map((lines) => lines.map((line) => line.split(' ').slice(0, 2).join(' ')))).toEqual([
      ["printf '[mariadbd]\\nbind-address", 'systemctl restart', 'st0r database', 'ufw allow', 'systemctl restart'],
      ['ssh root@10.0.0.12', 'scp -rp'],
      [''],
      ["echo '10.0.0.11", 'st0r-release/deploy/install.sh --domain', 'ufw allow', 'systemctl disable', 'st0r doctor'],
      ['nginx'],
      ['nginx -t', 'systemctl reload'],
      ['systemctl stop'],
      ['st0r-release/deploy/install.sh', 'st0r doctor'],
    ]);
  });

  it('opens the database of the first to the second, and to nobody else', async () => {
    const databaseFrom = () => Promise.all([reaches(web2.inside.pid, FIRST, 3306), reaches(street.pid, SITE, 3306)]);
    expect(await databaseFrom()).toEqual([false, false]);
    await set(web1, said(/set `(DRAIN_SECONDS=\d+)` in/));
    await follow(web1, open);
    expect(await databaseFrom()).toEqual([true, false]);
    await untilServing(web1);
    expect((await site.call('GET', '/me')).status).toBe(200);
  });

  it('brings settings and secrets to the second, which is installed with them', async () => {
    await follow(web1, bring);
    await set(web2, settings, ['DATABASE_SOCKET']);
    const doctor = await follow(web2, install);
    // The worker may not have said yet that it runs.
    expect(nodesSay(doctor)).toMatch(/^All [34] processes have the same\.$/);
    expect(await untilNodesSay(/^All 4/)).toBe('All 4 processes have the same.');
    expect(await web2.must('cat /var/log/looked-for')).not.toContain('mariadb');
    expect((await web2.type('ls /etc/mysql/mariadb.conf.d/60-st0r.cnf')).code).not.toBe(0);
    // Nothing was sealed here yet, so there is nothing of this machine to hold the log against.
    const verified = await web2.type('st0r audit verify');
    expect([verified.code, verified.output]).toEqual([2, expect.stringContaining('could not be checked completely')]);
    const secrets = 'cd /etc/st0r/secrets && stat -c "%n %a %U" * && sha256sum *';
    expect(await web2.must(secrets)).toBe(await web1.must(secrets));
  });

  it('shares out requests to both once nginx knows them, in one session, and knows who asks', async () => {
    await web1.write(UPSTREAM, upstream);
    await follow(web1, reload);
    const [one, other] = await answeredBy();
    expect([one > 0, other > 0, one + other]).toEqual([true, true, 12]);
    // Signed in at the second, and at home at the first as well.
    expect((await there.as(owner).signIn(30)).status).toBe(200);
    expect((await there.at(owner.url).call('GET', '/me')).body.email).toBe('olga@provider.example');
    for (let n = 0; n < 4; n += 1)
      await site.call('POST', '/auth/login', { email: `nobody${n}@provider.example`, password: 'not a password' });
    await sleep(300);
    for (const server of [web1, web2])
      expect(await server.must('cat /var/log/st0r/st0r-auth.log')).toMatch(/^(?:\S+ .*203\.0\.113\.\d.*\n)+$/);
  });

  it('takes one out, and nobody who reads or writes notices', async () => {
    const [stop] = blocks('Take one out');
    expect(await whilePeopleWork(() => follow(web2, stop.text))).toEqual(NOTHING);
    expect(await answeredBy()).toEqual([12, 0]);
    await web1.must(`sed -i '/${SECOND}/d' ${UPSTREAM}`);
    await follow(web1, reload);
  });

  it('has a node for jobs alone', async () => {
    await web2.must(said(/A node for jobs alone: `(.*?)` there/));
    await web2.must('systemctl start st0r-worker');
    expect(await untilNodesSay(/3/)).toBe('All 3 processes have the same.');
    expect(await web2.must('st0r health worker')).toBe('The worker works.\n');
  });

  it('names a node that has something of its own', async () => {
    await web2.must('mv /etc/st0r/secrets/pepper.key . && st0r secrets init');
    await set(web2, 'PUBLIC_URL=https://other.example.com');
    await web2.must('systemctl enable --now st0r-api');
    const [, example] = /who is alone with what: `web2 api \d+ (.*?)`/.exec(page());
    expect(await untilNodesSay(/web2/)).toMatch(new RegExp(`^web2 api \\d+ ${example}\\. `));
    await web2.must('mv pepper.key /etc/st0r/secrets/pepper.key');
    await set(web2, `PUBLIC_URL=https://${DOMAIN}`);
    await web2.must('systemctl restart st0r-api');
    expect(await untilNodesSay(/^All 4/)).toBe('All 4 processes have the same.');
  });

  it('answers "try again" while MariaDB is gone, and goes on by itself', async () => {
    await web1.write(UPSTREAM, upstream);
    await follow(web1, reload);
    await web1.must('systemctl stop mariadb');
    for (const visitor of [site, site, owner, there]) {
      const { status, body } = await visitor.call('GET', '/me');
      expect([status, body.retryable]).toEqual([503, true]);
    }
    await web1.must('systemctl start mariadb');
    for (const visitor of [site, site, owner, there]) await untilAnswers(visitor);
  });

  it('is updated one after the other, while people work', async () => {
    const next = await copyOfRelease(inject('release'), { withNode: true });
    asNext(next, '0.2.0');
    for (const server of [web1, web2]) await server.must(`ln -sfn ${next} st0r-release`);
    const [{ text }] = blocks('Update one after the other');
    const doctors = [];
    const update = async (server) => {
      const bring = async () => doctors.push(await follow(server, text));
      expect(await whilePeopleWork(bring)).toEqual(NOTHING);
      await untilServing(server);
      await server.must('rm -r /opt/st0r/releases/0.1.0');
    };
    await update(web1);
    await sleep(20_000);
    await update(web2);
    expect(doctors.map(nodesSay)).toEqual([
      expect.stringMatching(/^They run 0\.1\.0 and 0\.2\.0/),
      expect.stringMatching(/^All [34] processes have the same\.$/),
    ]);
    expect(await untilNodesSay(/^All 4/)).toBe('All 4 processes have the same.');
    // Disabled once, on one of them, and left so.
    const timers = [web1, web2].map((server) => server.type('ls /etc/systemd/system/timers.target.wants'));
    expect((await Promise.all(timers)).map(({ output }) => output.includes('st0r-backup.timer'))).toEqual([
      true,
      false,
    ]);
  }, 600_000);
});
