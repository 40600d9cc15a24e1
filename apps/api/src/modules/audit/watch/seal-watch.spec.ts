import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { SealAlarm } from './seal-alarm.service';
import { asRoot, sealAll, writeEvents } from '../tampering.fixture';

/** One look counts for a second. */
const NEXT_LOOK = 1_100;

let world: World;
let acme: TestOrganisation;
let admin: Person;
beforeAll(async () => {
  world = await aWorld({ AUDIT_LAG_SECONDS: '60' });
  acme = await world.organisation('Acme');
  admin = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
  await sealAll(world);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => world.close());

/** Leaves one event that has waited this long. */
async function waiting(seconds: number): Promise<void> {
  await sealAll(world);
  await writeEvents(world, 1);
  await asRoot(world, () =>
    world.sql('UPDATE event SET occurred_at = UTC_TIMESTAMP(6) - INTERVAL ? SECOND ORDER BY n DESC LIMIT 1', [seconds]),
  );
  await sleep(NEXT_LOOK);
}

const sensitive = () => admin.post('/events/export?format=jsonl&org=acme');

describe('events that wait for their seal', () => {
  it('for a moment are nothing to talk about', async () => {
    await waiting(1);
    expect((await admin.get('/audit-state')).body).toEqual({ troubles: [] });
    expect((await sensitive()).status).toBe(200);
  });

  it('for more than five seconds are said to wait, to health, to pages and as one event', async () => {
    await waiting(20);
    const words = expect.stringMatching(/^Events have waited 2\d seconds for their seal/) as string;
    expect((await admin.get('/audit-state')).body).toEqual({ troubles: [words] });
    const health = await world.app.inject({ url: '/health/ready' });
    expect(health.json()).toMatchObject({ status: 'ready', checks: { audit: words } });
    const alarm = world.app.get(SealAlarm);
    expect(await alarm.look()).toEqual([words]);
    await alarm.look();
    const events = await world.events({ action: 'audit.sealer_lagging' });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      outcome: 'failure',
      actor_name: 'ClientSt0r',
      category: 'security',
      details: { troubles: [words] },
    });
    expect((await sensitive()).status).toBe(200);
  });

  it('for more than a minute hold up what is sensitive, with a clear word, and nothing else', async () => {
    await waiting(90);
    const { status, body } = await sensitive();
    expect([status, body.code]).toEqual([503, 'audit.unsealed']);
    expect(String(body.detail)).toContain('An operator has to see to the worker');
    expect((await admin.get('/assets?org=acme')).status).toBe(200);
    expect((await admin.post('/assets', { organisationId: acme.id, name: 'still' })).status).toBe(201);
    await sealAll(world);
    await sleep(NEXT_LOOK);
    expect((await sensitive()).status).toBe(200);
  });
});

describe('X04 a clock that differs from the database’s', () => {
  it.each([
    [120, 'ahead of'],
    [-120, 'behind'],
  ])('by %i seconds is said', async (seconds, words) => {
    await sealAll(world);
    await sleep(NEXT_LOOK);
    const now = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + seconds * 1000);
    expect(await world.app.get(SealAlarm).look()).toEqual([
      expect.stringMatching(new RegExp(`1[12]\\d seconds ${words}`)),
    ]);
  });
});
