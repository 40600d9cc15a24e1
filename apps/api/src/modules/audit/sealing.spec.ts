import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../test/world';
import { AccountDatabase, LeaseLost } from '../../platform/database';
import { Log } from '../../platform/http';
import { AuditVerifier, Sealer } from '.';
import { Leadership } from './seal/leadership';
import { sealAll, writeEvents, writeMany } from './tampering.fixture';

let world: World;
const sealer = (): Sealer => new Sealer(world.settings, world.app.get(Log));
const seals = () => world.sql<{ seq: number; n: number }>('SELECT seq, event_n AS n FROM event_seal ORDER BY seq');

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('sealing', () => {
  it('gives each event one number, and a second look finds nothing new', async () => {
    const one = sealer();
    await writeEvents(world, 3);
    expect(await one.sealOnce()).toBeGreaterThan(0);
    expect(await one.sealOnce()).toBe(0);
    await one.stepDown();
    const [{ count } = { count: -1 }] = await world.sql<{ count: number }>('SELECT COUNT(*) AS count FROM event');
    expect((await seals()).map((seal) => Number(seal.seq))).toEqual(
      Array.from({ length: Number(count) }, (_, at) => at + 1),
    );
  });

  it('takes up an event that committed after later ones', async () => {
    const one = sealer();
    const database = await AccountDatabase.open(world.settings, 'application');
    const slow = await database.session();
    await slow.query('START TRANSACTION');
    await slow.query(
      `INSERT INTO event (id, recorded_at, category, action, outcome, actor_type, request_id, node, node_seq, mac)
       VALUES (UUID(), UTC_TIMESTAMP(6), 'record', 'late.committed', 'success', 'system', 'late', 'aaaaaaaaaaaaaaaa', 1, REPEAT('a', 32))`,
    );
    const [late] = await slow.query<{ n: number }>('SELECT LAST_INSERT_ID() AS n');
    await writeEvents(world, 2);
    await one.sealOnce();
    await slow.query('COMMIT');
    await slow.release();
    await database.close();
    expect(await one.sealOnce()).toBe(1);
    await one.stepDown();
    expect(Number((await seals()).at(-1)?.n)).toBe(late?.n);
    await world.sql('DROP TRIGGER event_no_delete');
    await world.sql('DROP TRIGGER event_seal_no_delete');
    await world.sql('DELETE FROM event_seal WHERE event_n = ?', [late?.n]);
    await world.sql('DELETE FROM event WHERE n = ?', [late?.n]);
  });

  it('U07 makes one chain however many sealers race, even when the leader is killed', async () => {
    const stop = new AbortController();
    const sealers = [sealer(), sealer(), sealer()];
    const running = sealers.map((one) => one.run(stop.signal));
    for (let round = 0; round < 4; round += 1) {
      await writeEvents(world, 5);
      const lines = await world.sql<{ id: number }>('SELECT id FROM information_schema.processlist WHERE user = ?', [
        world.database.retention.user,
      ]);
      for (const { id } of lines) await world.sql(`KILL ${Number(id)}`).catch(() => undefined);
    }
    await everythingSealed();
    stop.abort();
    await Promise.all(running);
    const rows = await seals();
    expect(rows.map((seal) => Number(seal.seq))).toEqual(rows.map((_, at) => at + 1));
    const report = await world.app.get(AuditVerifier).verify();
    expect(report.firstBad).toBeUndefined();
    expect(report.counts.unsealed).toBe(0);
  });

  it('lets nobody seal or sign who was taken for dead, although they never noticed', async () => {
    const before = (await Leadership.take(world.settings))!;
    await before.seal();
    expect(await Leadership.take(world.settings)).toBeUndefined();
    await world.sql("UPDATE lease SET held_until = '2000-01-01' WHERE name = 'sealer'");
    const after = (await Leadership.take(world.settings))!;
    const [count] = [(await seals()).length];
    await writeMany(world, 1_100);
    await expect(before.seal()).rejects.toBeInstanceOf(LeaseLost);
    expect(await seals()).toHaveLength(count);
    await before.end();
    // Giving back what is somebody else's takes nothing from them.
    expect(await after.seal()).toBe(1_100);
    await after.end();
    expect((await world.app.get(AuditVerifier).verify()).firstBad).toBeUndefined();
  });

  it('signs a checkpoint after a thousand events, the same one inside and outside the database', async () => {
    const one = sealer();
    await writeMany(world, 1_100);
    expect(await one.sealOnce()).toBeGreaterThanOrEqual(1_100);
    await one.stepDown();
    const { counts, firstBad } = await world.app.get(AuditVerifier).verify();
    expect(firstBad).toBeUndefined();
    expect(counts.checkpoints).toBeGreaterThanOrEqual(2);
    expect(counts.anchors).toBe(counts.checkpoints);
  });
});

describe('further anchors', () => {
  it('get every checkpoint, and those that were away are caught up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'st0r-anchors-'));
    const [near, far] = [join(folder, 'near'), join(folder, 'far')];
    mkdirSync(near);
    const other = await aWorld({ AUDIT_ANCHORS: `${near}, ${far}` });
    const textIn = (place: string): string => readFileSync(join(place, 'audit-checkpoints.txt'), 'utf8');
    await writeEvents(other, 2);
    await sealAll(other);
    expect(textIn(near)).toBe(textIn(other.settings.DATA_DIR));
    const without = await other.app.get(AuditVerifier).verify();
    expect(without).toMatchObject({
      exitCode: 2,
      notes: [`There is no checkpoint file at ${join(far, 'audit-checkpoints.txt')}.`],
    });
    mkdirSync(far);
    await writeMany(other, 1_100);
    await sealAll(other);
    expect(textIn(far)).toBe(textIn(other.settings.DATA_DIR));
    expect(await other.app.get(AuditVerifier).verify()).toMatchObject({
      exitCode: 0,
      counts: { checkpoints: 2, anchors: 6 },
    });
    expect(await other.app.get(AuditVerifier).verify({ anchors: [far] })).toMatchObject({
      exitCode: 0,
      counts: { anchors: 2 },
    });
    await other.close();
    rmSync(folder, { recursive: true });
  });
});

async function everythingSealed(): Promise<void> {
  for (;;) {
    const [row] = await world.sql<{ open: number }>(
      'SELECT COUNT(*) AS open FROM event e LEFT JOIN event_seal s ON s.event_n = e.n WHERE s.seq IS NULL',
    );
    if (Number(row?.open) === 0) return;
    await sleep(100);
  }
}
