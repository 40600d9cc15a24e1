import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { RequestContext } from '../../../platform/context';
import { Retention, checkProofs } from '..';
import { sealAll, writeMany } from '../tampering.fixture';
import type { ProofVerdict } from './proof-check';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let auditor: Person;
let key: string;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  other = await world.organisation('Other');
  auditor = await world.person({ roles: [[acme, 'auditor']] });
});
afterAll(() => world.close());

interface Line {
  seq?: number;
  row?: object;
  path?: string[];
}

const exported = () => auditor.post(`/events/export?format=proofs&org=${acme.slug}`);
const check = (text: string, verifier = key): Promise<ProofVerdict> =>
  checkProofs(
    (async function* () {
      yield* text.split('\n');
    })(),
    verifier,
  );
/** The file with one line changed. */
const changed = (text: string, at: number, change: (line: Line) => object): string =>
  text
    .split('\n')
    .map((line, number) => (number === at ? JSON.stringify(change(JSON.parse(line) as Line)) : line))
    .join('\n');

describe('U16 an export with proofs', () => {
  it('has to wait for the first checkpoint', async () => {
    const { status, body } = await exported();
    expect([status, body.code]).toEqual([409, 'audit.no_checkpoint']);
  });

  it('proves offline that every event of the organisation stands in the signed log, and shows nobody else’s', async () => {
    // One event in a thousand is recorded on a whole second.
    vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 1000) * 1000 });
    await writeMany(world, 1, acme.id).finally(() => vi.useRealTimers());
    for (let turn = 0; turn < 6; turn += 1) {
      await writeMany(world, 120, turn % 2 ? acme.id : other.id);
      await writeMany(world, 7);
    }
    await sealAll(world);
    key = readFileSync(join(world.settings.DATA_DIR, 'audit-checkpoints.pub'), 'utf8').trim();
    const { status, text, headers } = await exported();
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/filename="events-[\dT-]+\.proofs\.jsonl"$/);
    const [{ count } = { count: 0 }] = await world.sql<{ count: number }>(
      'SELECT COUNT(*) AS count FROM event e JOIN event_seal s ON s.event_n = e.n WHERE organisation_id = ?',
      [acme.id],
    );
    expect(Number(count)).toBeGreaterThan(360);
    expect(await check(text)).toMatchObject({ ok: true, exitCode: 0, events: Number(count), problem: null });
    expect(text).not.toContain(other.id);
  });

  it('gives away every change, and what was cut off, mixed in or signed by somebody else', async () => {
    const { text } = await exported();
    const lines = text.split('\n');
    const row = (field: string, value: unknown) => (line: Line) => ({
      ...line,
      row: { ...line.row, [field]: value },
    });
    const spoiled: [string, string, number][] = [
      ['a changed field', changed(text, 5, row('action', 'nothing.happened')), 1],
      ['a moved time', changed(text, 5, row('occurred_at', '2020-01-01 00:00:00.000000')), 1],
      ['another place', changed(text, 5, (line) => ({ ...line, seq: Number(line.seq) + 1 })), 1],
      ['a shortened path', changed(text, 5, (line) => ({ ...line, path: line.path?.slice(1) })), 1],
      ['another organisation', changed(text, 5, row('organisation_id', other.id)), 1],
      ['a missing line', lines.filter((_, at) => at !== 7).join('\n'), 2],
      ['a missing end', lines.slice(0, 9).join('\n'), 2],
      ['half a line', text.slice(0, text.length / 2), 2],
      ['something else', '{"kind":"else"}', 2],
    ];
    for (const [what, file, exitCode] of spoiled)
      expect([what, (await check(file)).exitCode]).toEqual([what, exitCode]);
    const stranger = key.replace(/\+[0-9a-f]{8}\+/, '+00000000+');
    await expect(check(text, stranger)).resolves.toMatchObject({ ok: false, exitCode: 1 });
  });

  it('is made for one organisation at a time, by those who may export', async () => {
    const both = await world.person({
      roles: [
        [acme, 'auditor'],
        [other, 'auditor'],
      ],
    });
    expect((await both.post('/events/export?format=proofs')).status).toBe(400);
    const technician = await world.person({ roles: [[acme, 'technician']] });
    expect((await technician.post('/events/export?format=proofs&org=acme')).status).toBe(403);
  });

  it('still proves when older events are gone', async () => {
    const origin = { requestId: 'retention-test', ip: null, userAgent: null };
    const later = new Date(Date.now() + 401 * 86_400_000);
    await world.app.get(RequestContext).run(origin, () => world.app.get(Retention).run(later));
    const { text } = await exported();
    const verdict = await check(text);
    expect(verdict).toMatchObject({ ok: true, exitCode: 0 });
    expect(verdict.events).toBeGreaterThan(0);
    const places = text.split('\n').map((line) => Number(/^\{"seq":(\d+)/.exec(line)?.[1] ?? Number.POSITIVE_INFINITY));
    expect(Math.min(...places)).toBeGreaterThan(512);
  });
});
