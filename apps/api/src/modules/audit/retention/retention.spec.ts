import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../../test/world';
import { RequestContext } from '../../../platform/context';
import { AccountDatabase } from '../../../platform/database';
import { AuditVerifier } from '..';
import { asRoot, sealAll, writeMany } from '../tampering.fixture';
import { Retention } from './retention.service';

const DAY_MS = 86_400_000;
/** A day on which everything written today is too old. */
const LATER = new Date(Date.now() + 401 * DAY_MS);

let world: World;
const open: World[] = [];
const verify = () => world.app.get(AuditVerifier).verify();
const ORIGIN = { requestId: 'retention-test', ip: null, userAgent: null };
const drop = (now = LATER, signal?: AbortSignal) =>
  world.app.get(RequestContext).run(ORIGIN, () => world.app.get(Retention).run(now, signal));
const numbers = async (): Promise<{ events: number; first: number }> => {
  const [row] = await world.sql<{ events: number; first: number }>(
    'SELECT COUNT(*) AS events, MIN(s.seq) AS first FROM event e JOIN event_seal s ON s.event_n = e.n',
  );
  return { events: Number(row?.events), first: Number(row?.first) };
};
const setting = (value: object): Promise<unknown> =>
  world.sql("REPLACE INTO platform_setting (name, value) VALUES ('audit_retention', ?)", [JSON.stringify(value)]);

beforeEach(async () => {
  world = await aWorld();
  open.push(world);
});
afterAll(async () => {
  for (const one of open) await one.close();
});

describe('U10 events whose time is over', () => {
  it('go only in whole blocks, after they were verified, and what is left verifies from the kept epoch on', async () => {
    await writeMany(world, 600);
    await sealAll(world);
    expect(await drop(new Date(Date.now() + 390 * DAY_MS))).toMatchObject({ removed: 0, epoch: null });
    expect(await drop()).toMatchObject({ removed: 512, epoch: 1 });
    expect((await numbers()).first).toBe(513);
    expect(await verify()).toMatchObject({ ok: true, exitCode: 0, from: 513, drift: [], notes: [] });
    const [event] = await world.events({ action: 'audit.retention_dropped' });
    expect(event?.['details']).toEqual({ epoch: 1, firstSeq: 1, lastSeq: 512, count: 512 });
    await writeMany(world, 1_100);
    await sealAll(world);
    expect(await verify()).toMatchObject({ ok: true, exitCode: 0, from: 513 });
    expect(await drop()).toMatchObject({ epoch: 2 });
    expect(await verify()).toMatchObject({ ok: true, exitCode: 0 });
  });

  it('stay while they, or those of one organisation, are on legal hold', async () => {
    const acme = await world.organisation('Acme');
    await writeMany(world, 300);
    await writeMany(world, 1, acme.id);
    await writeMany(world, 300);
    await sealAll(world);
    await setting({ days: 400, holds: [{ organisationId: null, reason: 'case 17' }] });
    expect(await drop()).toMatchObject({ removed: 0, because: 'Everything is on legal hold.' });
    await setting({ days: 400, holds: [{ organisationId: acme.id, reason: 'case 18' }] });
    expect((await drop()).removed).toBe(0);
    await setting({ days: 400, holds: [] });
    expect(await drop()).toMatchObject({ removed: 512 });
  });

  it('stay for ninety days at least, whatever somebody wrote into the database', async () => {
    await writeMany(world, 600);
    await sealAll(world);
    await setting({ days: 0, holds: [] });
    expect(await drop(new Date(Date.now() + 80 * DAY_MS))).toMatchObject({ removed: 0 });
    expect(await drop(new Date(Date.now() + 91 * DAY_MS))).toMatchObject({ removed: 512 });
  });

  it('stay, all of them, when one was changed: nobody gets rid of the proof', async () => {
    await writeMany(world, 600);
    await sealAll(world);
    await asRoot(world, () => world.sql("UPDATE event SET action = 'x.y' WHERE n = 300"));
    await expect(drop()).rejects.toThrow('Old events are not as they were written');
    expect((await numbers()).events).toBeGreaterThan(600);
    expect((await verify()).exitCode).toBe(1);
  });

  it('can be deleted by nobody else, and by nobody at all before an epoch vouches for them', async () => {
    await writeMany(world, 3);
    await sealAll(world);
    for (const role of ['application', 'migration', 'retention'] as const) {
      const database = await AccountDatabase.open(world.settings, role);
      const refusal = /denied|append-only/;
      for (const text of ['DELETE FROM event', 'DELETE FROM event_seal', 'DELETE FROM event_checkpoint'])
        await expect(database.query(text), `${role}: ${text}`).rejects.toThrow(refusal);
      if (role !== 'migration')
        for (const text of ['TRUNCATE event', 'DROP TABLE event', 'ALTER TABLE event DROP PRIMARY KEY'])
          await expect(database.query(text), `${role}: ${text}`).rejects.toThrow('denied');
      await database.close();
    }
    await expect(world.sql('DELETE FROM event')).rejects.toThrow('append-only');
  });

  it('that went behind an epoch nobody signed are missed', async () => {
    await writeMany(world, 600);
    await sealAll(world);
    await world.sql("INSERT INTO event_epoch VALUES (1, 1, 512, 'forged', UTC_TIMESTAMP(6))");
    await world.sql('DELETE e FROM event e JOIN event_seal s ON s.event_n = e.n WHERE s.seq <= 512');
    await world.sql('DELETE FROM event_seal WHERE seq <= 512');
    expect(await verify()).toMatchObject({
      exitCode: 1,
      firstBad: { reason: expect.stringContaining('Epoch 1') as string },
    });
  });

  it('that a stopped run left are removed by the next one', async () => {
    await writeMany(world, 600);
    await sealAll(world);
    let looks = 0;
    const stopped = { throwIfAborted: () => expect((looks += 1)).toBeLessThan(2) } as AbortSignal;
    await expect(drop(LATER, stopped)).rejects.toThrow();
    expect(await world.sql('SELECT last_seq FROM event_epoch')).toEqual([{ last_seq: 512 }]);
    const [said] = (await world.events({ action: 'audit.retention_dropped' })).slice(-1);
    expect(said).toMatchObject({ details: { firstSeq: 1, lastSeq: 512 } });
    expect((await numbers()).first).toBe(1);
    expect((await verify()).exitCode).toBe(0);
    expect((await drop()).removed).toBe(0);
    expect((await numbers()).first).toBe(513);
    expect((await verify()).exitCode).toBe(0);
  });
});

describe('the rule how long events are kept', () => {
  it('is 400 days, never below 90, and changed by an administrator who has just signed in', async () => {
    const admin = await world.person({ platformAdmin: true });
    expect((await admin.get('/audit-retention')).body).toMatchObject({ days: 400, holds: [], removed: 0 });
    const refused = await admin.patch('/audit-retention', { days: 89 });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('/days')]);
    const hold = { organisationId: null, reason: 'Letter of 3 May' };
    expect((await admin.patch('/audit-retention', { days: 365, holds: [hold] })).body).toMatchObject({
      days: 365,
      holds: [hold],
    });
    const [event] = await world.events({ action: 'audit.retention_changed' });
    expect(event?.['changes']).toMatchObject({ days: { from: 400, to: 365 }, holds: { from: [], to: [hold] } });
    const stale = await world.person({ platformAdmin: true, signedInMinutesAgo: 20 });
    expect((await stale.patch('/audit-retention', { days: 100 })).body.code).toBe('step_up.required');
    const owner = await world.person({ roles: [[await world.organisation('Acme'), 'owner']] });
    expect((await owner.get('/audit-retention')).status).toBe(403);
  });
});
