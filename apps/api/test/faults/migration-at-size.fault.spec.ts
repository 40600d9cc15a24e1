import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { auditVerdict, rowsOf, untilReady, untilSealed } from './damage';
import { seedEvents, seedPastPasswords, seedStatusChanges, type Seeded } from './many-rows';
import { NextRelease, type Ended } from './next-release/next-release';
import { Visitor } from './visitor';

/**
 * Of the three tables the step writes anew, the largest has a million rows and nothing sealed in it. The sealed passwords and
 * the sealed events beside it are real, each of them, and fewer, because every one is opened or recomputed three times here:
 * X08_SEALED and X08_EVENTS raise them, to a million as well for whoever has the time.
 */
const ROWS = 1_000_000;
const SEALED = Number(process.env['X08_SEALED'] ?? 10_000);
const EVENTS = Number(process.env['X08_EVENTS'] ?? 10_000);
const PATIENCE_MS = 1_200_000;
const POOL = 'SET GLOBAL innodb_buffer_pool_size = 1024 * 1024 * 1024';

describe('X08 a step over a million rows, and the ways back from it', () => {
  let stack: Stack;
  let owner: Visitor;
  let next: NextRelease;
  let seeded: Seeded;
  let identity: string;
  let before: unknown;
  beforeAll(async () => {
    stack = await startStack({}, { memory: 'durable' });
    await rowsOf(stack, POOL);
    next = await NextRelease.over(stack);
    owner = await Visitor.owner(stack);
    const { organisationId } = owner;
    const body = { organisationId, name: 'Firewall', type: 'website', fields: { password: 'hunter2' } };
    await owner.must('POST', '/credentials', body);
    const asset = await owner.addAsset('Switch');
    await seedStatusChanges(stack, { organisationId, assetId: String(asset.body.id), count: ROWS });
    seeded = await seedPastPasswords(stack, organisationId, SEALED);
    await seedEvents(stack, organisationId, EVENTS);
    await untilSealed(stack, PATIENCE_MS);
    identity = await aBackup();
    before = await fingerprints();
    await Promise.all([stack.api.stop(), stack.worker.stop()]);
  }, PATIENCE_MS);
  afterAll(async () => {
    await stack?.stop();
    next?.remove();
  });

  async function aBackup(): Promise<string> {
    const [data, keys] = [await generateX25519Identity(), await generateX25519Identity()];
    const add = async (kind: string, key: string): Promise<unknown> =>
      stack.operator('backup', 'recipients', 'add', kind, await identityToRecipient(key), '--name', 'Olga');
    await add('data', data);
    await add('keys', keys);
    await stack.operator('backup', 'create', '--no-verify');
    const path = join(stack.dataDir, 'data.key');
    writeFileSync(path, `${data}\n`, { mode: 0o600 });
    return path;
  }

  /** Every row that was there from the beginning, in so few words that two looks can be compared. */
  async function fingerprints(): Promise<unknown> {
    const of = (table: string, columns: string): Promise<object[]> =>
      rowsOf(
        stack,
        `SELECT COUNT(*) AS n, CAST(BIT_XOR(CONV(LEFT(SHA1(CONCAT_WS('|', ${columns})), 15), 16, 10)) AS CHAR) AS sum
         FROM ${table} WHERE created_at < '2025-01-01'`,
      );
    return [
      await of('asset_status_change', 'id, organisation_id, asset_id, by_name, created_at'),
      await of('credential_past_field', 'id, credential_id, revision, HEX(`blob`)'),
    ];
  }

  /** Which tables have what the step adds, and what a step that was cut off may have left lying about. */
  const traces = async (): Promise<{ added: string[]; leftovers: number; step: number }> => {
    const added = await rowsOf<{ name: string }>(
      stack,
      "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'st0r' AND column_name = 'because' AND table_name NOT LIKE 'held\\_%' ORDER BY 1",
    );
    const [left] = await rowsOf<{ n: number }>(
      stack,
      "SELECT COUNT(*) AS n FROM information_schema.innodb_sys_tables WHERE name LIKE '%#sql%'",
    );
    const [step] = await rowsOf<{ n: number }>(
      stack,
      "SELECT COUNT(*) AS n FROM schema_migration WHERE name LIKE 'RowsSayWhy%'",
    );
    return { added: added.map(({ name }) => name), leftovers: Number(left?.n), step: Number(step?.n) };
  };

  /** Every sealed value opens, and every event is recomputed. */
  async function expectWhole(): Promise<void> {
    expect(await fingerprints()).toEqual(before);
    expect(JSON.parse(await stack.operator('vault', 'verify'))).toMatchObject({ ok: true, fields: SEALED + 1 });
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  }

  it(
    'is as if it had not begun when the database is killed in the middle, and says what to do',
    async () => {
      const { ended } = next.migrate();
      await next.inTheMiddleOf('asset_status_change');
      await stack.database.kill9();
      const { code, output }: Ended = await ended;
      expect([code, output]).toEqual([1, expect.stringContaining('st0r migrate')]);
      await stack.startDatabase();
      await rowsOf(stack, POOL);
      expect(await traces()).toEqual({ added: [], leftovers: 0, step: 0 });
      expect(await fingerprints()).toEqual(before);
    },
    PATIENCE_MS,
  );

  it(
    'is taken up by the next one when the process is killed in the middle',
    async () => {
      const { pid, ended } = next.migrate();
      await next.inTheMiddleOf('asset_status_change');
      process.kill(pid, 'SIGKILL');
      expect((await ended).signal).toBe('SIGKILL');
      expect(await next.migrate().ended).toMatchObject({ code: 0, output: 'migrated: RowsSayWhy1899000000000\n' });
      expect(await traces()).toEqual({
        added: ['asset_status_change', 'credential_past_field', 'event'],
        leftovers: 0,
        step: 1,
      });
    },
    PATIENCE_MS,
  );

  it('leaves every sealed value open and the chain unbroken', expectWhole, PATIENCE_MS);

  it(
    'can be gone back from with the release before, which works on what the step has added',
    async () => {
      expect(await stack.operator('migrate')).toBe('up to date');
      await stack.startApi();
      stack.startWorker();
      await untilReady(stack);
      await owner.must('POST', '/auth/refresh');
      const old = await owner.must('POST', seeded.path, { reason: 'on call' });
      expect(old.body).toMatchObject({ value: seeded.password });
      expect((await owner.addAsset('Made by the release before')).status).toBe(201);
      await untilSealed(stack, PATIENCE_MS);
      await expectWhole();
    },
    PATIENCE_MS,
  );

  it(
    'can be gone back from with the backup, in which it was never taken',
    async () => {
      await Promise.all([stack.api.stop(), stack.worker.stop()]);
      const said = await stack.operator('backup', 'restore', '--identity', identity, '--yes');
      expect(said).toContain('is in place');
      expect(await traces()).toMatchObject({ added: [], step: 0 });
      expect(await rowsOf(stack, "SELECT name FROM asset WHERE name LIKE 'Made by%'")).toEqual([]);
      stack.startWorker();
      await untilSealed(stack, PATIENCE_MS);
      await expectWhole();
    },
    PATIENCE_MS,
  );
});
