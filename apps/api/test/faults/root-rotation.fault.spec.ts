import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { rowsOf } from './damage';
import { keyringOf, lostKeys, seedKeys, type SeededKey } from './many-keys';
import { Visitor, type WireAnswer } from './visitor';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;
const KILLS = 20;

let stack: Stack;
let owner: Visitor;
let seeded: SeededKey[];
/** Organisations of the owner that have no keys yet. */
let empty: string[];
beforeAll(async () => {
  stack = await startStack({ NODE_NAME: 'first' });
  owner = await Visitor.owner(stack);
  seeded = await seedKeys(stack, 1500);
  empty = await ownedOrganisations(40);
}, 400_000);
afterAll(() => stack?.stop());

const wraps = (where = '') =>
  rowsOf<{ id: string; wrapped: Buffer }>(stack, `SELECT id, wrapped FROM organisation_key ${where}`);
const underRoots = async (): Promise<Record<string, number>> => {
  const rows = await rowsOf<{ version: string; n: number }>(
    stack,
    `SELECT CONV(HEX(SUBSTRING(wrapped, 3, 4)), 16, 10) AS version, COUNT(*) AS n
     FROM (SELECT wrapped FROM organisation_key UNION ALL SELECT wrapped FROM platform_key) w GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ version, n }) => [version, Number(n)]));
};

describe('a root key that is replaced while three nodes work', () => {
  let nodes: Visitor[];
  let answers: string[];
  const wrong: string[] = [];
  let working = true;

  /** Reads, writes and first writes, so that keys are opened, used and made all the time. */
  async function work(visitor: Visitor): Promise<void> {
    while (working) {
      const organisationId = empty.pop() ?? owner.organisationId;
      const fields = { username: 'load', password: `load-${Math.random()}` };
      const made = await visitor.call('POST', '/credentials', {
        organisationId,
        name: 'Load',
        type: 'website',
        fields,
      });
      note('POST', made);
      if (made.status === 201)
        note('PATCH', await visitor.call('PATCH', `/credentials/${made.body.id}`, { fields: { password: 'again' } }));
      note('GET', await visitor.call('GET', `/credentials?limit=20`));
    }
  }
  function note(verb: string, { status, text }: WireAnswer): void {
    answers.push(verb);
    if (status >= 300) wrong.push(`${verb} ${status} ${text.slice(0, 200)}`);
  }

  it('is not activated before every node holds it, and the one that does not is named (V18)', async () => {
    const own = join(stack.dataDir, 'second.json');
    copyFileSync(join(stack.env['SECRETS_DIR']!, 'keyring.json'), own);
    const others = [await stack.startAnother('second', { KEYRING_FILE: own }), await stack.startAnother('third')];
    nodes = [owner, ...others.map(({ url }) => owner.at(url))];
    await stack.operator('keys', 'stage');
    // Those who hold it say so with their next sign of life, at the latest three seconds later.
    const refusal = await stack.operator('keys', 'activate', '--wait', '8').catch((error: Error) => wordsOf(error));
    expect(refusal).toMatch(/Not everybody holds root key 2 yet: second api \d+\./);
    expect(await underRoots()).toEqual({ 1: expect.any(Number) });
    copyFileSync(join(stack.env['SECRETS_DIR']!, 'keyring.json'), own);
  }, 400_000);

  it('changes without an error, without a restart and without anything left on the old key (V16)', async () => {
    answers = [];
    const hands = nodes.flatMap((node) => [work(node), work(node)]);
    expect(await stack.operator('keys', 'activate')).toContain('Root key 2 is active.');
    const during = await stack.operator('keys', 'rewrap');
    expect(during).toContain('Nothing needs the key before it.');
    expect(await stack.operator('keys', 'retire')).toContain('Root key 1 is retired');
    working = false;
    await Promise.all(hands);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(answers.length).toBeGreaterThan(100);
    expect(empty.length).toBeLessThan(40);
    expect(Object.keys(await underRoots())).toEqual(['2']);
  }, 400_000);

  it('is not needed at the next start: everything opens with the new one alone (V16)', async () => {
    await stack.api.stop();
    const file = JSON.parse(readFileSync(join(stack.env['SECRETS_DIR']!, 'keyring.json'), 'utf8')) as {
      keys: { version: number; state: string; key?: string }[];
    };
    expect(file.keys.map(({ version, state, key }) => [version, state, key !== undefined])).toEqual([
      [1, 'retired', false],
      [2, 'active', true],
    ]);
    await stack.startApi();
    await owner.must('POST', '/auth/refresh');
    const [one] = (await owner.must('GET', '/credentials?limit=1')).body.data as { id: string; fields: object }[];
    expect(one?.fields).toMatchObject({ username: 'load' });
    const revealed = await owner.must('POST', `/credentials/${one?.id}/fields/password/reveal`);
    expect(revealed.body.value).toMatch(/^again$|^load-/);
    const byId = new Map((await wraps()).map(({ id, wrapped }) => [id, wrapped]));
    expect(lostKeys(stack, seeded, byId)).toEqual([]);
  }, 400_000);
});

describe('a rewrap that is killed twenty times at random', () => {
  it('goes on where it was, loses nothing and wraps nothing twice (V17)', async () => {
    await Promise.all(stack.others.map((other) => other.stop()));
    await anotherRootKey();
    const ends: (string | number)[] = [];
    while (ends.filter((end) => end === 'SIGKILL').length < KILLS) {
      // Everything wrapped already: with the next root key it begins anew.
      if (ends.includes(0) && (await underRoots())[keyringOf(stack).active.version - 1] === undefined) {
        await stack.operator('keys', 'retire');
        await anotherRootKey();
      }
      // Three at once, as impatient operators do; each is killed at another moment of its work.
      ends.push(...(await Promise.all([0, 1, 2].map((nth) => killedRewrap(ends.length + nth)))));
      const counts = Object.values(await underRoots());
      expect(counts.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(seeded.length);
    }
    expect(ends.filter((end) => end !== 'SIGKILL' && end !== 0)).toEqual([]);
    expect(await stack.operator('keys', 'rewrap')).toContain('Nothing needs the key before it.');
    expect(Object.keys(await underRoots())).toEqual([String(keyringOf(stack).active.version)]);
    const byId = new Map((await wraps()).map(({ id, wrapped }) => [id, wrapped]));
    expect(lostKeys(stack, seeded, byId)).toEqual([]);
    await owner.must('POST', '/auth/refresh');
    const owned = await owner.must('GET', '/credentials?limit=5');
    expect((owned.body.data as { unreadable?: unknown[] }[]).every((row) => !row.unreadable?.length)).toBe(true);
  }, 900_000);
});

async function anotherRootKey(): Promise<void> {
  await stack.operator('keys', 'stage');
  await stack.operator('keys', 'activate');
}

/** Runs a rewrap and kills it some milliseconds after it began to work; how it ended. */
async function killedRewrap(nth: number): Promise<string | number> {
  const child = spawn(process.execPath, [CLI, 'keys', 'rewrap'], {
    env: stack.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<string | number>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1)),
  );
  const began = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  await Promise.race([began, ended]);
  await sleep((nth * 7) % 30);
  child.kill('SIGKILL');
  return ended;
}

/** Further organisations in which the owner has the role they have in their own. */
async function ownedOrganisations(count: number): Promise<string[]> {
  const rows = seeded.slice(0, count * 2).map(({ slot }) => slot.organisation);
  const ids = [...new Set(rows)].slice(0, count);
  await rowsOf(stack, 'DELETE FROM organisation_key WHERE organisation_id IN (?)', [ids]);
  seeded = seeded.filter(({ slot }) => !ids.includes(slot.organisation));
  for (const id of ids)
    await rowsOf(
      stack,
      `INSERT INTO membership (id, created_at, updated_at, organisation_id, user_id, role_id, user_name, source)
       SELECT UUID(), NOW(6), NOW(6), ?, user_id, role_id, user_name, source FROM membership WHERE organisation_id = ?`,
      [id, owner.organisationId],
    );
  await rowsOf(stack, 'UPDATE user_account SET authz_epoch = authz_epoch + 1');
  return ids;
}

const wordsOf = (error: Error): string =>
  [error.message, ...((error as { waysOut?: string[] }).waysOut ?? [])].join('\n');
