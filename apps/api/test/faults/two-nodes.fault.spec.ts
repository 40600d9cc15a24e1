import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countryFile } from '../../../../tools/mmdb/country-file.mjs';
import { killApi, untilSealed } from './damage';
import { MixedWrites } from './mixed-writes';
import { kill9, Reader, Readers, TwoNodes } from './two-nodes';
import { Visitor, type WireAnswer } from './visitor';

const HANDS = 5;
const NOUNS = ['asset', 'contact', 'credential'];

let nodes: TwoNodes;
let owner: Visitor;
/** The owner at the first node, at the second one, and through nginx. */
let first: Visitor;
let second: Visitor;
let site: Visitor;
beforeAll(async () => {
  nodes = await TwoNodes.start({ DRAIN_SECONDS: '1' });
  owner = await Visitor.owner(nodes.stack);
  first = owner;
  second = owner.at(nodes.secondUrl);
  site = owner.at(nodes.url, nodes.wire);
}, 400_000);
afterAll(() => nodes?.stop());

describe('two nodes that know the same', () => {
  it('let somebody go on at one who signed in at the other, and ask for the same proof of our own pages', async () => {
    expect((await second.call('GET', '/me')).status).toBe(200);
    expect((await second.addAsset('Made at the second node')).status).toBe(201);
    expect((await site.call('GET', '/me')).body.email).toBe('olga@provider.example');
    const foreign = await second.call('POST', '/assets', {}, { 'x-msp': '0' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'request.cross_site']);
  });

  it('take a one-time code once, whichever of them was shown it', async () => {
    const code = owner.code(30);
    const [here, there] = [new Visitor(nodes.stack.url), new Visitor(nodes.secondUrl)];
    for (const one of [here, there]) await one.as(owner).password();
    expect((await here.call('POST', '/auth/totp', { code })).status).toBe(200);
    const again = await there.call('POST', '/auth/totp', { code });
    expect([again.status, again.body.code]).toEqual([401, 'auth.code_wrong']);
  });

  it('know at the next request that a role was taken away at the other one', async () => {
    const { colleague, membership } = await aColleague();
    const there = colleague.at(nodes.secondUrl);
    expect((await there.call('GET', '/assets')).body.data).toHaveLength(1);
    expect((await there.addAsset('While allowed')).status).toBe(201);
    await first.must('POST', `/memberships/${membership}/archive`, {});
    expect((await there.addAsset('Afterwards')).body.code).toBe('permission.missing');
    expect((await there.call('GET', '/assets')).body.data ?? []).toEqual([]);
  });
});

describe('what all nodes must have in common', () => {
  const nodesSay = async (): Promise<string> => {
    const { findings } = (await second.must('GET', '/status')).body as { findings: { name: string; says: string }[] };
    return findings.find(({ name }) => name === 'nodes')?.says ?? '';
  };
  const until = async (words: RegExp): Promise<string> => {
    for (const end = Date.now() + 15_000; !words.test(await nodesSay()) && Date.now() < end;) await sleep(200);
    return nodesSay();
  };

  it('is compared, and who is alone with something is named', async () => {
    expect(await until(/All 4/)).toBe('All 4 processes have the same.');
    const stranger = await nodes.stack.startAnother('stranger', { SESSION_IDLE_MINUTES: '7' });
    expect(await until(/stranger/)).toMatch(/^stranger api \d+ has its own SESSION_IDLE_MINUTES\. /);
    await stranger.stop();
    expect(await until(/All 4/)).toBe('All 4 processes have the same.');
  });
});

describe('a country database', () => {
  it('that was uploaded at one node is asked at the other one, in a folder of its own', async () => {
    const file = countryFile({ '81.2.69.0/24': { country: 'GB' } });
    const sent = await send(first, '/perimeter/country-database', { 'file"; filename="x.mmdb': file });
    expect([sent.status, sent.body.database?.state]).toEqual([200, 'ready']);
    const seen = await second.call('GET', '/perimeter/verdict?address=81.2.69.160');
    expect(seen.body).toMatchObject({ place: 'country', country: 'GB' });
  });
});

describe('a stream of events', () => {
  it('is told at one node what was begun at the other, and goes on through nginx when its node is killed', async () => {
    const direct = await Reader.of(second, '/me/events');
    const readers = await Promise.all([1, 2, 3, 4].map(() => Reader.of(site, '/me/events')));
    const one = await aJob(first);
    for (const reader of [direct, ...readers]) await reader.untilDone(one);
    await kill9(nodes.second);
    for (const until = Date.now() + 5000; !direct.ended && Date.now() < until;) await sleep(20);
    await sleep(100);
    expect(direct.ended).toBe(true);
    const cut = readers.filter((reader) => reader.ended);
    expect([cut.length > 0, cut.length < readers.length]).toEqual([true, true]);
    const meanwhile = await aJob(first);
    const back = await Promise.all(cut.map((r) => Reader.of(site, '/me/events', { 'last-event-id': r.lastId })));
    const next = await aJob(first);
    for (const reader of back) {
      await reader.untilDone(meanwhile);
      await reader.untilDone(next);
    }
    for (const reader of [...back, ...readers]) reader.close();
    await nodes.secondAgain();
  });
});

describe('a node that is stopped in order while people work', () => {
  let writes: MixedWrites;
  let readers: Readers;
  beforeAll(async () => {
    await refreshed();
    await nodes.untilTried();
    ({ writes, readers } = work());
    await sleep(1500);
    await nodes.second.stop();
    await sleep(500);
    await nodes.secondAgain();
    await sleep(500);
    await Promise.all([writes.stop(), readers.stop()]);
  }, 120_000);

  it('loses not a single request, neither of reading nor of writing', () => {
    expect(readers.wrong.slice(0, 5)).toEqual([]);
    expect(writes.strange.slice(0, 5)).toEqual([]);
    expect([writes.away, writes.repeated]).toEqual([0, 0]);
    expect([readers.answers > 50, writes.acknowledged.length > 20]).toEqual([true, true]);
  });
});

describe('a node that is killed while people work', () => {
  let writes: MixedWrites;
  let readers: Readers;
  const revealed = { sent: 0, answered: 0 };
  beforeAll(async () => {
    await refreshed();
    await nodes.untilTried();
    ({ writes, readers } = work());
    let revealing = true;
    const eyes = reveal(() => revealing);
    await sleep(1000);
    await kill9(nodes.second);
    await sleep(1500);
    await nodes.secondAgain();
    await nodes.untilTried();
    await killApi(nodes.stack);
    await sleep(500);
    await nodes.stack.startApi();
    await sleep(500);
    revealing = false;
    await Promise.all([writes.stop(), readers.stop(), eyes]);
    await untilSealed(nodes.stack);
  }, 180_000);

  async function reveal(going: () => boolean): Promise<void> {
    const { id } = (await site.must('POST', '/credentials', secretOf(owner))).body as { id: string };
    while (going()) {
      revealed.sent += 1;
      const answer = await site.call('POST', `/credentials/${id}/fields/password/reveal`).catch(() => undefined);
      if (answer?.status === 200) revealed.answered += 1;
      // Looking too often has limits of its own.
      await sleep(800);
    }
    const [{ n } = { n: 0 }] = await nodes.rows<{ n: number }>(
      "SELECT COUNT(*) AS n FROM event WHERE action = 'credential.revealed' AND target_id = ?",
      [id],
    );
    expect(Number(n)).toBeGreaterThanOrEqual(revealed.answered);
    expect(Number(n)).toBeLessThanOrEqual(revealed.sent);
  }

  it('is noticed by nobody who reads, and by writers as a clear "not now"', () => {
    expect(readers.wrong.slice(0, 5)).toEqual([]);
    expect(writes.strange.slice(0, 5)).toEqual([]);
    expect([readers.answers > 100, revealed.answered > 4]).toEqual([true, true]);
  });

  it.each(NOUNS)('lost no acknowledged %s, has its events, and did nothing twice', async (noun) => {
    const rows = await nodes.rows<{ id: string; name: string; version: number; events: number; created: number }>(
      `SELECT r.id, r.name, r.version, COUNT(e.n) AS events, COALESCE(SUM(e.action = ?), 0) AS created
       FROM ${noun} r LEFT JOIN event e ON e.target_id = r.id AND e.action IN (?, ?) GROUP BY r.id, r.name, r.version`,
      [`${noun}.created`, `${noun}.created`, `${noun}.updated`],
    );
    const mine = writes.acknowledged.filter((one) => one.noun === noun);
    expect(mine.length).toBeGreaterThan(5);
    const named = Map.groupBy(rows, ({ name }) => name);
    const wrong = mine.filter(({ name, id, changes, doubtfulChanges }) => {
      const [row, ...more] = named.get(name) ?? [];
      if (!row || more.length > 0 || row.id !== id) return true;
      const done = row.version - 1;
      return done < changes || done > changes + doubtfulChanges || Number(row.events) !== row.version;
    });
    expect(wrong).toEqual([]);
    expect(rows.filter(({ created }) => Number(created) !== 1)).toEqual([]);
  });

  it('takes part again once it is back', async () => {
    await nodes.untilTried();
    await killApi(nodes.stack);
    for (let turn = 0; turn < 4; turn += 1) expect((await site.call('GET', '/me')).status).toBe(200);
  });
});

function work(): { writes: MixedWrites; readers: Readers } {
  const through = (): Visitor => owner.at(nodes.url, nodes.wire);
  const writes = new MixedWrites(through());
  const readers = new Readers([through(), through()]);
  writes.start(HANDS);
  readers.start();
  return { writes, readers };
}

/** Access tokens live shorter than this file takes on a busy machine. */
const refreshed = (): Promise<unknown> => owner.must('POST', '/auth/refresh');

const secretOf = ({ organisationId }: Visitor): object => ({
  organisationId,
  name: 'Looked at',
  type: 'website',
  fields: { username: 'olga', password: 'seen again and again' },
});

/** A form with files in it, as a browser sends it. */
function send(visitor: Visitor, path: string, parts: Record<string, string | Buffer>): Promise<WireAnswer> {
  const edge = 'st0r-edge';
  const body = Object.entries(parts).flatMap(([name, content]) => [
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
  const whole = Buffer.concat([...body, Buffer.from(`--${edge}--\r\n`)]);
  return visitor.call('POST', path, whole, { 'content-type': `multipart/form-data; boundary=${edge}` });
}

/** A job of the owner, begun at a node: an import of one asset. */
async function aJob(visitor: Visitor): Promise<string> {
  const lines = ['Name,Serial', `Laptop ${Math.random()},S${Date.now()}`].join('\n');
  const { organisationId } = visitor;
  const upload = { organisationId, 'file"; filename="assets.csv': lines };
  const { importId } = (await send(visitor, '/assets/import/preview', upload)).body as { importId: string };
  const wanted = { importId, mapping: { name: 0, serial: 1 }, match: 'serial' };
  const queued = await visitor.call('POST', '/assets/import', wanted, { prefer: 'respond-async' });
  return String(queued.body.id);
}

async function aColleague(): Promise<{ colleague: Visitor; membership: string }> {
  const roles = (await first.must('GET', '/roles?limit=50')).body.data as { id: string; template: string }[];
  const roleId = roles.find(({ template }) => template === 'technician')!.id;
  const email = 'tina@provider.example';
  const { organisationId } = owner;
  const invited = await first.must('POST', '/invitations', { email, name: 'Tina', organisationId, roleId });
  const token = new URL(String(invited.body.link)).pathname.split('/').at(-1);
  const colleague = new Visitor(nodes.stack.url);
  await colleague.must('POST', `/auth/links/${token}`, { password: 'seven loud geese run' });
  await colleague.must('POST', '/auth/login', { email, password: 'seven loud geese run' });
  await colleague.enrol();
  return { colleague: Object.assign(colleague, { organisationId }), membership: String(invited.body.membershipId) };
}
