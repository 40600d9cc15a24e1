import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../test/world';
import { EventRecorder, type EventFacts } from '../../platform/events';
import { EventTally } from '.';
import { sealAll } from './tampering.fixture';

interface Chart {
  bars: { at: string; total: number; counts: Record<string, number> }[];
  refusals: { label: string; total: number }[];
  behindSeconds: number;
}

const refused = (details: Record<string, unknown>): EventFacts => ({
  ...{ action: 'address.refused', category: 'security', outcome: 'failure', details },
});
const HAPPENED: readonly EventFacts[] = [
  { action: 'session.sign_in_failed', category: 'authentication', outcome: 'failure', details: { reason: 'password' } },
  {
    action: 'session.sign_in_failed',
    category: 'authentication',
    outcome: 'failure',
    details: { reason: 'slowed_down' },
  },
  refused({ area: 'sign_in', because: 'country', country: 'FR' }),
  refused({ area: 'admin', because: 'country', country: 'FR' }),
  refused({ area: 'api', because: 'rule', country: 'GB' }),
  { action: 'address.banned', category: 'security', details: { jail: 'st0r', address: '192.0.2.1' } },
  { action: 'api.scope.violation', category: 'api', outcome: 'failure' },
  {
    action: 'limit.reached',
    category: 'security',
    outcome: 'failure',
    details: { limit: 'vault.secrets', refused: 9 },
  },
  { action: 'address.unbanned', category: 'security' },
  { action: 'api_key.refused', category: 'api', outcome: 'failure', details: { reason: 'expired' } },
  { action: 'api_key.suspended', category: 'api' },
];
const SUMS = { failed: 1, slowed_down: 1, refused: 3, limited: 1, banned: 1, key_misuse: 1 };

let world: World;
let admin: Person;

beforeAll(async () => {
  world = await aWorld();
  admin = await world.person({ platformAdmin: true });
  await world.inside(async () => HAPPENED.forEach((facts) => world.app.get(EventRecorder).record(facts)));
  await sealAll(world);
  while ((await world.app.get(EventTally).follow()) > 0);
});
afterAll(() => world.close());

const chart = async (bucket: string): Promise<Chart> =>
  (await admin.get(`/security-chart?bucket=${bucket}`)).body as never;
const summed = ({ bars }: Chart): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { counts } of bars)
    for (const [kind, total] of Object.entries(counts)) sums[kind] = (sums[kind] ?? 0) + total;
  return sums;
};

describe('the security chart', () => {
  it.each([
    ['hour', 24],
    ['day', 30],
  ])('shows failures, bans, refusals and misused keys per %s, and nothing else', async (bucket, bars) => {
    const answer = await chart(bucket);
    expect(answer.bars.length).toBe(bars);
    expect(summed(answer)).toEqual(SUMS);
    expect(answer.bars.reduce((sum, { total }) => sum + total, 0)).toBe(8);
  });

  it('names the countries that were refused, and what else refused somebody', async () => {
    expect((await chart('day')).refusals).toEqual([
      { label: 'FR', total: 2 },
      { label: 'rule', total: 1 },
    ]);
  });

  it('is counted anew from the first event that is left when its count is lost', async () => {
    await world.sql('DELETE FROM security_tally');
    await world.sql("DELETE FROM event_follower WHERE name = 'security'");
    expect(summed(await chart('day'))).toEqual({});
    while ((await world.app.get(EventTally).follow()) > 0);
    expect(summed(await chart('day'))).toEqual(SUMS);
  });

  it('says how far behind the events it is, so that nothing counted is not taken for nothing that happened', async () => {
    expect((await chart('day')).behindSeconds).toBeLessThan(60);
    await world.sql("UPDATE event_follower SET seq = 0 WHERE name = 'security'");
    const passed = world.sql<{ waited: string }>(
      'SELECT TIMESTAMPDIFF(SECOND, MIN(occurred_at), UTC_TIMESTAMP(6)) AS waited FROM event',
    );
    const waited = Number((await passed)[0]?.waited);
    expect((await chart('day')).behindSeconds).toBeGreaterThanOrEqual(waited);
    await world.sql("UPDATE event_follower SET seq = (SELECT MAX(seq) FROM event_seal) WHERE name = 'security'");
  });

  it('leaves out what is older than the time shown', async () => {
    await world.sql("INSERT INTO security_tally VALUES ('day', UTC_DATE() - INTERVAL 40 DAY, 'banned', '', 9)");
    expect(summed(await chart('day'))).toEqual(SUMS);
  });

  it('is the same over GraphQL, and for platform administrators only', async () => {
    const query = '{ securityChart(bucket: "day") { bars { total counts } refusals { label total } } }';
    const { body } = await admin.post('/api/graphql', { query });
    expect(body.data.securityChart.refusals).toEqual((await chart('day')).refusals);
    const stranger = await world.person();
    expect((await stranger.get('/security-chart')).status).toBe(403);
  });

  it('names the field of a time it does not know', async () => {
    const { status, body } = await admin.get('/security-chart?bucket=minute');
    expect([status, body.errors[0].pointer]).toEqual([400, '/query/bucket']);
  });
});
