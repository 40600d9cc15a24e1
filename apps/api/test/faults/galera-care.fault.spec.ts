import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilReady } from './damage';
import { aGaleraStack, differences, hostList, type GaleraStack } from './galera-stack';
import { Visitor, ask } from './visitor';

/** Rows that keep a server busy for longer than one request takes. */
const BALLAST = 100_000;

let here: GaleraStack;

/** A key pair of age in a file; answers the public half. */
function aKey(file: string): string {
  execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' });
  return /age1\w+/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
}

describe('a Galera cluster that is looked after', () => {
  beforeAll(async () => {
    here = await aGaleraStack();
  }, 240_000);
  afterAll(() => here?.stack.stop());

  it('shows at every server what was acknowledged at another, however far it lags behind', async () => {
    const { stack, cluster } = here;
    const [first, second, third] = cluster.nodes;
    const owner = await Visitor.owner(stack);
    const other = await stack.startAnother('other', { DATABASE_HOST: hostList(second, first, third) });
    const there = owner.at(other.url);
    const seen: number[] = [];
    await first.rows('CREATE TABLE ballast (id INT PRIMARY KEY, words VARCHAR(200))');
    /** The others hear of it at once, and are then busy with it for a while. */
    const weighDown = (): Promise<unknown> =>
      first.rows(`REPLACE INTO ballast SELECT seq, REPEAT('x', 200) FROM seq_1_to_${BALLAST}`);
    for (let turn = 0; turn < 3; turn += 1) {
      await weighDown();
      const { body } = await owner.must('POST', '/contacts', { organisationId: owner.organisationId, name: 'Clara' });
      seen.push((await there.call('GET', `/contacts/${body.id}`)).status);
    }
    expect(seen).toEqual([200, 200, 200]);
    await weighDown();
    const before = owner.cookies;
    await owner.must('POST', '/auth/logout');
    there.cookies = before;
    expect((await there.call('GET', '/me')).status).toBe(401);
    await other.stop();
    await first.rows('DROP TABLE ballast');
  });

  it('does no work without its majority, says so, and goes on when the one that went last is back', async () => {
    const { stack, cluster } = here;
    const [first, second] = cluster.nodes;
    await first.kill9();
    await untilReady(stack, 20_000);
    // Noticed by the others, so that the next loss is one of two.
    await sleep(4_000);
    await second.kill9();
    await sleep(5_000);
    const signIn = { method: 'POST', headers: { 'x-msp': '1' }, body: { email: 'a@provider.example', password: 'x' } };
    const answer = await ask(`${stack.url}/api/v1/auth/login`, signIn);
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'database.away', '1']);
    const words = await stack.operator('doctor').catch((error: { waysOut?: string[] }) => error.waysOut?.join('\n'));
    expect(words).toContain('it does not belong to the majority of its cluster');
    await second.start();
    await untilReady(stack, 20_000);
    await first.start();
  });

  it('has backups that are made and proved with a node missing, and put back on all three', async () => {
    const { stack, cluster } = here;
    const [first, second, third] = cluster.nodes;
    const identity = join(stack.dataDir, 'data.key');
    const keys = { data: aKey(identity), keys: aKey(join(stack.dataDir, 'keys.key')) };
    for (const [half, key] of Object.entries(keys))
      await stack.operator('backup', 'recipients', 'add', half, key, '--name', 'Olga');
    await first.kill9();
    expect(await stack.operator('backup', 'create')).toContain('Verified');
    await first.start();
    await second.rows("INSERT INTO platform_setting (name, value) VALUES ('afterwards', '1')");
    await Promise.all([stack.api.stop(), stack.worker.stop()]);
    // What says that a process runs is silent for a while before a restore believes it.
    await third.rows('DELETE FROM node_status');
    expect(await stack.operator('backup', 'restore', '--identity', identity, '--yes')).toContain('is in place');
    for (const node of cluster.nodes) {
      expect(await node.rows("SELECT name FROM platform_setting WHERE name = 'afterwards'")).toEqual([]);
      expect(await node.rows('SHOW TRIGGERS')).toHaveLength(9);
    }
    expect(await differences(cluster)).toEqual([]);
    expect(await stack.operator('audit', 'verify')).toContain('complete and unchanged');
  });
});
