import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { unguardFormula } from '../../platform/csv';
import { EventRecorder } from '../../platform/events';
import { EventTally } from '.';
import { sealAll } from './tampering.fixture';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let auditor: Person;
let tech: Person;

const NASTY = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\0x',
  '＝1',
  'say "hi", twice\r\nand again',
  "'=1",
];

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  other = await world.organisation('Other');
  auditor = await world.person({ roles: [[acme, 'auditor']], name: 'Ada Auditor' });
  tech = await world.person({ roles: [[acme, 'technician']] });
  const owner = await world.person({
    roles: [
      [acme, 'owner'],
      [other, 'owner'],
    ],
    name: 'Olga Owner',
  });
  expect((await owner.patch(`/organisations/${acme.id}`, { city: 'Ghent' })).status).toBe(200);
  expect((await owner.patch(`/organisations/${other.id}`, { city: 'Bonn' })).status).toBe(200);
  await world.inside(async () => {
    for (const [at, label] of NASTY.entries())
      world.app.get(EventRecorder).record({
        action: 'test.happened',
        category: at % 2 ? 'api' : 'security',
        outcome: at === 0 ? 'failure' : 'success',
        organisationId: acme.id,
        target: { type: 'asset', id: acme.id, label },
      });
  });
});
afterAll(() => world.close());

describe('the explorer', () => {
  it('shows who changed what from which value to which, newest first', async () => {
    const { status, body } = await auditor.get('/events?org=acme&action=organisation.updated');
    expect(status).toBe(200);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      action: 'organisation.updated',
      category: 'organisation',
      actorName: 'Olga Owner',
      targetLabel: 'Acme',
      organisationId: acme.id,
      changes: { city: { from: null, to: 'Ghent' } },
    });
    expect(body.data[0]?.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('pages without losing or repeating an event', async () => {
    const all = await auditor.get('/events?limit=200');
    const numbers = (all.body.data as { number: string }[]).map((event) => Number(event.number));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    const paged: number[] = [];
    let cursor = '';
    do {
      const { body } = await auditor.get(`/events?limit=3${cursor && `&cursor=${cursor}`}`);
      paged.push(...(body.data as { number: string }[]).map((event) => Number(event.number)));
      cursor = (body.page as unknown as { next: string | null }).next ?? '';
    } while (cursor);
    expect(paged).toEqual(numbers);
  });

  it.each([
    ['category=api', NASTY.length / 2],
    ['action=test.happened&outcome=failure', 1],
    ['targetType=asset&action=test.happened', NASTY.length],
    ['q=SUM', 1],
    ['action[startsWith]=test.', NASTY.length],
    ['occurredAt[lt]=2020-01-01T00:00:00Z', 0],
    ['ip=203.0.113.9', 0],
  ])('finds by %s', async (filter, count) => {
    const { status, body } = await auditor.get(`/events?limit=200&${filter}`);
    expect(status).toBe(200);
    expect(body.data).toHaveLength(count);
  });

  it('names what was wrong with a question', async () => {
    const { status, body } = await auditor.get('/events?mac=1');
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('/query/mac');
  });

  it('shows everything of the same request together, and nothing of another client', async () => {
    const { body } = await auditor.get('/events?action=test.happened&limit=1');
    const neighbours = await auditor.get(`/events/${body.data[0]?.id}/neighbours`);
    expect(neighbours.status).toBe(200);
    const labels = neighbours.body as unknown as { targetLabel: string; organisationId: string }[];
    expect(labels.map((event) => event.targetLabel)).toEqual(expect.arrayContaining(NASTY));
    expect(new Set(labels.map((event) => event.organisationId))).toEqual(new Set([acme.id]));
  });

  it('hides other clients, and needs the permission', async () => {
    const [foreign] = await world.events({ targetId: other.id });
    expect((await auditor.get(`/events/${String(foreign?.['id'])}`)).status).toBe(404);
    expect((await auditor.get('/events?org=other')).status).toBe(404);
    expect((await tech.get('/events')).status).toBe(403);
    expect((await world.nobody().get('/events')).status).toBe(401);
    const { body } = await auditor.get(`/events?targetId=${other.id}`);
    expect(body.data).toHaveLength(0);
  });

  it('answers GraphQL the same', async () => {
    const { body } = await auditor.graphql(
      '{ events(first: 2, filter: {action: {eq: "test.happened"}}) { nodes { id action targetLabel } pageInfo { hasNextPage } } }',
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.events?.nodes).toHaveLength(2);
  });

  it('offers no way to change or remove an event', async () => {
    const { body } = await auditor.get('/events?limit=1');
    const path = `/events/${body.data[0]?.id}`;
    expect((await auditor.patch(path, { action: 'x.y' })).status).toBe(404);
    expect((await auditor.delete(path)).status).toBe(404);
    expect((await auditor.post('/events', {})).status).toBe(404);
  });
});

describe('events of the installation', () => {
  it('are for platform administrators, and hold no organisation data', async () => {
    const admin = await world.person({ platformAdmin: true });
    const { status, body } = await admin.get('/platform-events?limit=200');
    expect(status).toBe(200);
    const owners = (body.data as { organisationId: string | null }[]).map((event) => event.organisationId);
    expect(owners.length).toBeGreaterThan(0);
    expect(new Set(owners)).toEqual(new Set([null]));
    expect((await auditor.get('/platform-events')).status).toBe(403);
    expect((await admin.get('/events')).status).toBe(403);
  });
});

describe('the chart', () => {
  it('counts by category, in bars without gaps', async () => {
    const { status, body } = await auditor.get(
      '/events/chart?bucket=hour&from=' + new Date(Date.now() - 3 * 3_600_000).toISOString(),
    );
    expect(status).toBe(200);
    const bars = body.bars as unknown as { at: string; total: number; counts: Record<string, number> }[];
    expect(bars.length).toBeGreaterThanOrEqual(3);
    expect(bars.reduce((sum, bar) => sum + (bar.counts['api'] ?? 0), 0)).toBe(NASTY.length / 2);
    const [{ count } = { count: 0 }] = await world.sql<{ count: number }>(
      'SELECT COUNT(*) AS count FROM event WHERE organisation_id = ?',
      [acme.id],
    );
    expect(bars.reduce((sum, bar) => sum + bar.total, 0)).toBe(Number(count));
  });

  it('says the same whether events were tallied already or not, and tallies each once', async () => {
    const chart = async (bucket: string): Promise<unknown> =>
      (await auditor.get(`/events/chart?bucket=${bucket}`)).body;
    await sealAll(world);
    const before = [await chart('day'), await chart('day')];
    const tally = world.app.get(EventTally);
    expect(await tally.follow()).toBeGreaterThan(0);
    expect(await tally.follow()).toBe(0);
    const [row] = await world.sql<{ total: number }>("SELECT SUM(total) AS total FROM event_tally WHERE span = 'hour'");
    const [seals] = await world.sql<{ total: number }>('SELECT COUNT(*) AS total FROM event_seal');
    expect(Number(row?.total)).toBe(Number(seals?.total));
    await world.inside(async () => {
      world.app.get(EventRecorder).record({ action: 'test.after', category: 'vault', organisationId: other.id });
    });
    expect([await chart('day'), await chart('day')]).toEqual(before);
  });

  it.each(['bucket=minute', 'bucket=hour&from=2020-01-01', 'from=yesterday', 'from=2026-02-01&to=2026-01-01'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await auditor.get(`/events/chart?${query}`);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain('pointer');
    },
  );
});

describe('an export', () => {
  it('U11 is complete, safe in a spreadsheet, loss-free, and written down with its sum', async () => {
    const { status, raw, headers } = await auditor.post('/events/export?format=csv&action=test.happened');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="events-[\dT-]+\.csv"$/);
    const text = raw.toString();
    const labels = cellsOf(text, 'targetLabel');
    expect(labels).toHaveLength(NASTY.length);
    for (const label of labels) expect(label).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    expect(labels.map(unguardFormula).sort()).toEqual([...NASTY].sort());
    const [started] = await world.events({ action: 'audit.export_started' });
    expect(started).toMatchObject({ organisation_id: acme.id, actor_name: 'Ada Auditor' });
    const [exported] = await world.events({ action: 'audit.exported' });
    expect(exported?.['details']).toMatchObject({
      count: NASTY.length,
      sha256: createHash('sha256').update(raw).digest('hex'),
      filter: { filters: [{ field: 'action', values: ['test.happened'] }] },
    });
  });

  it('U12 holds every event, also over many pages', async () => {
    await world.inside(async () => {
      for (let at = 0; at < 4_500; at += 1)
        world.app
          .get(EventRecorder)
          .record({ action: 'test.many', category: 'api', organisationId: acme.id, details: { at } });
    });
    const { text, status } = await auditor.post('/events/export?format=jsonl&action=test.many');
    expect(status).toBe(200);
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { details: { at: number } });
    expect(rows.map((row) => row.details.at)).toEqual(Array.from({ length: 4_500 }, (_, at) => 4_499 - at));
  });

  it('needs its own permission, a recent login and a known format', async () => {
    const stale = await world.person({ roles: [[acme, 'auditor']], signedInMinutesAgo: 20 });
    const { status, body } = await stale.post('/events/export?format=csv');
    expect(status).toBe(403);
    expect(body.code).toBe('step_up.required');
    expect((await tech.post('/events/export?format=csv')).status).toBe(403);
    expect((await auditor.post('/events/export?format=pdf')).status).toBe(400);
  });
});

describe('the verify button', () => {
  it('says that the last events are as they were written, and leaves an event', async () => {
    await sealAll(world);
    const { status, body } = await auditor.post('/events/verify?org=acme', { last: 50 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, exitCode: 0, firstBad: null, sealed: 50, drift: [] });
    const [event] = await world.events({ action: 'audit.verified' });
    expect(event).toMatchObject({ organisation_id: acme.id, actor_name: 'Ada Auditor', outcome: 'success' });
  });

  it('is bounded', async () => {
    const { status, body } = await auditor.post('/events/verify', { last: 1_000_000 });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('/last');
    expect((await tech.post('/events/verify', {})).status).toBe(403);
  });
});

function cellsOf(csv: string, column: string): string[] {
  const rows = [...csv.replace(/^\uFEFF/, '').matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/g)].map(([, line = '']) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')),
  );
  const [header = [], ...rest] = rows;
  return rest.map((row) => row[header.indexOf(column)] ?? '');
}
