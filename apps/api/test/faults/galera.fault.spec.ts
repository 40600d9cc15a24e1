import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditVerdict, untilSealed } from './damage';
import { aGaleraStack, counted, differences, hostList, type GaleraStack } from './galera-stack';
import type { ClusterNode } from '../../../../tools/mariadb/cluster.mjs';
import { MixedWrites, isAway, type Written } from './mixed-writes';
import { Visitor, type WireAnswer } from './visitor';

const NOUNS = ['asset', 'contact', 'credential'];
/** Records two nodes change at the same time. */
const SHARED = 3;
const QUARREL_MS = 4_000;

let here: GaleraStack;
let owner: Visitor;
let writes: MixedWrites;
const quarrel: WireAnswer[] = [];
/** Connections of the API to the second server while the first was gone, and to the first some time after it had come back. */
let moved = 0;
let returned = 0;

const connectionsOf = async (node: ClusterNode): Promise<number> =>
  (await node.rows("SELECT id FROM information_schema.processlist WHERE user = 'st0r_application'")).length;

/** People at both nodes change the same few records, for a while. */
async function quarrelOver(ids: readonly string[], people: readonly Visitor[]): Promise<void> {
  const end = Date.now() + QUARREL_MS;
  const hand = async (visitor: Visitor, at: number): Promise<void> => {
    for (let turn = at; Date.now() < end; turn += 1)
      quarrel.push(await visitor.call('PATCH', `/assets/${ids[turn % ids.length]}`, { tags: [randomUUID()] }));
  };
  await Promise.all(people.flatMap((visitor) => [0, 1, 2].map((at) => hand(visitor, at))));
}

describe('U09 three database nodes as a Galera cluster', () => {
  beforeAll(async () => {
    here = await aGaleraStack();
    const { stack, cluster } = here;
    const [first, second, third] = cluster.nodes;
    owner = await Visitor.owner(stack);
    writes = new MixedWrites(owner);
    writes.start(4);
    await sleep(2_000);
    await first.kill9();
    await sleep(5_000);
    moved = await connectionsOf(second);
    await first.start();
    await sleep(6_000);
    returned = await connectionsOf(first);
    await second.kill9();
    await sleep(4_000);
    await second.start();
    await sleep(1_000);
    await writes.stop();
    const other = await stack.startAnother('other', { DATABASE_HOST: hostList(second, first, third) });
    const ids: string[] = [];
    for (let at = 0; at < SHARED; at += 1) ids.push(String((await owner.addAsset(`shared ${at}`)).body.id));
    await sleep(500);
    await quarrelOver(ids, [owner, owner.at(other.url)]);
    await untilSealed(stack, 30_000);
  }, 240_000);
  afterAll(() => here?.stack.stop());

  it('wrote on while the node in use, and then another, was killed, and answered "not now" or nothing, never a 500', () => {
    expect(writes.acknowledged.length).toBeGreaterThan(50);
    // Those under way may all have been lucky.
    expect(moved).toBeGreaterThan(0);
    expect(writes.strange.slice(0, 5).join('\n')).toBe('');
  });

  it('went back to the first server after it had come back', () => {
    expect(returned).toBeGreaterThan(0);
  });

  it.each([0, 1, 2])('holds every acknowledged write, once, on node %i', async (at) => {
    for (const noun of NOUNS) {
      const rows = await here.cluster.nodes[at as 0 | 1 | 2].rows<{ id: string; name: string; version: number }>(
        `SELECT id, name, version FROM ${noun}`,
      );
      const present = new Map(rows.map((row) => [row.name, row]));
      expect(present.size).toBe(rows.length);
      const mine = writes.acknowledged.filter((one) => one.noun === noun);
      const wrong = (one: Written): boolean => {
        const row = present.get(one.name);
        const most = 1 + one.changes + one.doubtfulChanges;
        return row?.id !== one.id || row === undefined || row.version < 1 + one.changes || row.version > most;
      };
      expect(mine.length).toBeGreaterThan(0);
      expect(mine.filter(wrong)).toEqual([]);
    }
  });

  it('lets nodes that write to the same records meet, and settles it without a failure', async () => {
    const met =
      (await counted(here.cluster, 'wsrep_local_cert_failures')) +
      (await counted(here.cluster, 'wsrep_local_bf_aborts'));
    expect(met).toBeGreaterThan(0);
    const clear = (answer: WireAnswer): boolean =>
      answer.status === 200 || answer.status === 412 || (answer.status === 409 && isAway(answer));
    expect(quarrel.filter((answer) => !clear(answer)).map(({ status, text }) => `${status} ${text}`)).toEqual([]);
    // Most of those who met never hear of it.
    expect(quarrel.filter(({ status }) => status === 409).length).toBeLessThan(met / 4);
    const done = quarrel.filter(({ status }) => status === 200).length;
    expect(done).toBeGreaterThan(0);
    const [shared] = await here.cluster.nodes[2].rows<{ changes: string }>(
      "SELECT SUM(version - 1) AS changes FROM asset WHERE name LIKE 'shared %'",
    );
    expect(Number(shared?.changes)).toBe(done);
  });

  it.each(NOUNS)('has one event for each version of each %s, and no event without its row', async (noun) => {
    const [node] = here.cluster.nodes;
    const wrong = await node.rows(
      `SELECT r.id, r.version, COUNT(e.n) AS events, SUM(e.action = ?) AS created
       FROM ${noun} r LEFT JOIN event e ON e.target_id = r.id AND e.action IN (?, ?)
       GROUP BY r.id, r.version HAVING created IS NULL OR created <> 1 OR events <> r.version`,
      [`${noun}.created`, `${noun}.created`, `${noun}.updated`],
    );
    expect(wrong).toEqual([]);
    const orphans = await node.rows(
      `SELECT e.n FROM event e LEFT JOIN ${noun} r ON r.id = e.target_id WHERE e.target_type = ? AND r.id IS NULL`,
      [noun],
    );
    expect(orphans).toEqual([]);
  });

  it('has one unbroken audit log, written by whoever led', async () => {
    expect(await auditVerdict(here.stack)).toContain('complete and unchanged');
  });

  it('says which server is used and how many belong together', async () => {
    const findings = JSON.parse(await here.stack.operator('doctor', '--json')) as { name: string; says: string }[];
    const database = findings.find(({ name }) => name === 'database');
    expect(database?.says).toContain(`${hostList(here.cluster.nodes[0])} is in use`);
    expect(database?.says).toContain('3 nodes of st0r belong together; db1 is Synced.');
  });

  it('holds the same in every table of every node', async () => {
    const { stack, cluster } = here;
    await Promise.all([stack.api.stop(), stack.worker.stop(), ...stack.others.map((other) => other.stop())]);
    await sleep(500);
    expect(await differences(cluster)).toEqual([]);
  });
});
