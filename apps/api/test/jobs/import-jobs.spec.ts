import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobWorker } from '../../src/platform/jobs';
import { aKey } from '../api-key';
import { aWorld, type Person, type TestOrganisation, type World } from '../world';

const LATER = { prefer: 'respond-async' };
const SCAN = readFileSync(new URL('../fixtures/nmap/A-full.xml', import.meta.url));
let world: World;
let acme: TestOrganisation;
let tess: Person;
beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  tess = await world.person({ roles: [[acme, 'owner']], platformAdmin: true });
});
afterAll(() => world.close());

const drain = () => world.app.get(JobWorker).drain();
async function uploaded(person: Person, rows: number): Promise<object> {
  const lines = Array.from({ length: rows }, (_, n) => `Laptop ${n},SN-${n}-${rows}`);
  const file = { name: 'assets.csv', content: ['Name,Serial', ...lines].join('\n') };
  const { body } = await person.upload('/assets/import/preview', file, { organisationId: acme.id });
  return { importId: body.importId, mapping: { name: 0, serial: 1 }, match: 'serial' };
}
async function ended(person: Person, location: unknown): Promise<Record<string, unknown>> {
  await drain();
  return (await person.get(String(location))).body as Record<string, unknown>;
}
const assets = async (): Promise<number> =>
  Number(
    (await world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM asset WHERE organisation_id = ?', [acme.id]))[0]?.n,
  );

describe('an import as a job', () => {
  it('answers 202 with where to look, tries or imports, and tells how far it is', async () => {
    const body = await uploaded(tess, 450);
    const dry = await tess.post('/assets/import', { ...body, dryRun: true }, LATER);
    expect([dry.status, dry.body.state, dry.body.subject]).toEqual([202, 'queued', 'assets.csv']);
    const again = await tess.post('/assets/import', { ...body, dryRun: true }, LATER);
    expect(again.body.id).toBe(dry.body.id);
    expect(await ended(tess, dry.headers['location'])).toMatchObject({
      state: 'done',
      result: { dryRun: true, created: 450 },
      progress: { done: 450, total: 450, unit: 'rows' },
    });
    expect(await assets()).toBe(0);
    const real = await tess.post('/assets/import', body, LATER);
    expect(await ended(tess, real.headers['location'])).toMatchObject({ state: 'done', result: { created: 450 } });
    expect(await assets()).toBe(450);
    const events = await world.events({ action: 'asset.imported' });
    expect(events).toMatchObject([{ actor_id: tess.id, organisation_id: acme.id, details: { created: 450 } }]);
  });

  it('is answered at once without Prefer, as before', async () => {
    const answer = await tess.post('/assets/import', { ...(await uploaded(tess, 3)), dryRun: true });
    expect([answer.status, answer.body.created]).toEqual([200, 3]);
  });

  it('fails with the field that is wrong, and imports nothing', async () => {
    const body = { ...(await uploaded(tess, 2)), mapping: { colour: 0 } };
    const before = await assets();
    const job = await ended(tess, (await tess.post('/assets/import', body, LATER)).headers['location']);
    expect(job).toMatchObject({ state: 'failed', attempt: 1, problems: [{ pointer: '/mapping/colour' }] });
    expect(await assets()).toBe(before);
  });

  it('R20 is refused when the person lost the right before it ran', async () => {
    const tom = await world.person({ roles: [[acme, 'technician']] });
    const before = await assets();
    const queued = await tom.post('/assets/import', await uploaded(tom, 2), LATER);
    await world.sql('UPDATE membership SET archived_at = UTC_TIMESTAMP(6) WHERE user_id = ?', [tom.id]);
    await world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [tom.id]);
    const job = await ended(tom, queued.headers['location']);
    expect(job).toMatchObject({ state: 'failed', errorCode: 'permission.missing' });
    expect(await assets()).toBe(before);
  });

  it('reads a device-type library for administrators, and keeps the file no longer than needed', async () => {
    const file = { name: 'switch.yaml', content: 'manufacturer: Acme\nmodel: Switch 08\nslug: acme-switch-08\n' };
    const queued = await tess.upload('/models/import', file, {}, LATER);
    expect(queued.status).toBe(202);
    expect(await world.sql('SELECT job_id FROM job_file')).toHaveLength(1);
    expect(await ended(tess, queued.headers['location'])).toMatchObject({ state: 'done', result: { created: 1 } });
    expect(await world.sql('SELECT job_id FROM job_file')).toHaveLength(0);
  });

  it('is followed by the key that asked for it, and by no other', async () => {
    const scopes = ['asset.write', 'asset.read'];
    const [key, other] = [
      await aKey(world, tess, { organisations: [acme], scopes }),
      await aKey(world, tess, { organisations: [acme], scopes }),
    ];
    const file = { name: 'assets.csv', content: 'Name,Serial\nPrinter,SN-KEY-1' };
    const { body } = await key.upload('/assets/import/preview', file, { organisationId: acme.id });
    const order = { importId: body.importId, mapping: { name: 0, serial: 1 }, match: 'serial' };
    const queued = await key.post('/assets/import', order, LATER);
    expect(queued.status).toBe(202);
    await drain();
    const where = String(queued.headers['location']);
    expect((await key.get(where)).body).toMatchObject({ state: 'done', result: { created: 1 } });
    expect((await other.get(where)).status).toBe(404);
  });

  it('reads a scan and accepts it', async () => {
    const queued = await tess.upload(`/scans?org=${acme.id}`, { name: 'a.xml', content: SCAN }, {}, LATER);
    const read = await ended(tess, queued.headers['location']);
    expect(read).toMatchObject({ state: 'done', result: { duplicate: false } });
    const { scanId } = read['result'] as { scanId: string };
    const accepting = await tess.post(`/scans/${scanId}/accept`, { all: true }, LATER);
    expect(accepting.status).toBe(202);
    const accepted = await ended(tess, accepting.headers['location']);
    expect(accepted).toMatchObject({ state: 'done', result: { scanId, dryRun: false } });
    expect((accepted['result'] as { created: number }).created).toBeGreaterThan(0);
    const broken = await tess.upload(`/scans?org=${acme.id}`, { name: 'b.xml', content: '<nmaprun' }, {}, LATER);
    expect(await ended(tess, broken.headers['location'])).toMatchObject({
      state: 'failed',
      problems: [{ pointer: '/file' }],
    });
  });
});
