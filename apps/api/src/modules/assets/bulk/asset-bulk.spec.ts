import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { AssetWriter } from '../asset/asset-writer';
import { RequestContext } from '../../../platform/context';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']] });
});
afterAll(() => world.close());

const make = async (fields: object): Promise<string> =>
  (await tech.post('/assets', { organisationId: acme.id, name: 'pc', ...fields })).body.id;

describe('changing many assets', () => {
  it('previews what changes, what stays and what is refused and why, then does exactly that', async () => {
    const ids = [
      await make({ name: 'a' }),
      await make({ name: 'b', status: 'retired' }),
      await make({ name: 'c', status: 'lost' }),
    ];
    const set = { status: 'retired', addTags: ['old'], warrantyEndsOn: '2020-01-01', reason: 'replaced' };
    const disposed = await make({ name: 'd', status: 'disposed' });
    const preview = await tech.post('/assets/bulk', { ids: [...ids, disposed], set, dryRun: true });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ dryRun: true, changed: 3, unchanged: 0, refused: 1 });
    const byName = Object.fromEntries(preview.body.items.map((item: { name: string }) => [item.name, item]));
    expect(byName['a'].changes).toMatchObject({
      status: { from: 'active', to: 'retired' },
      tags: { from: null, to: ['old'] },
    });
    expect(byName['d']).toMatchObject({ outcome: 'refused', refused: expect.stringContaining('cannot become') });
    expect((await tech.get(`/assets/${ids[0]}`)).body.version).toBe(1);
    const { previewToken } = preview.body;
    const run = await tech.post('/assets/bulk', { ids: [...ids, disposed], set, previewToken });
    expect(run.body).toMatchObject({ dryRun: false, changed: 3, refused: 1 });
    const changed = await tech.get(`/assets/${ids[0]}`);
    expect(changed.body).toMatchObject({ status: 'retired', tags: ['old'], version: 2 });
    const history = await tech.get(`/assets/${ids[0]}/status-changes`);
    expect(history.body[0]).toMatchObject({ to: 'retired', reason: 'replaced' });
    const events = await world.events({ targetId: ids[0] });
    expect(events.at(-1)).toMatchObject({ action: 'asset.updated', changes: { status: { to: 'retired' } } });
    const again = await tech.post('/assets/bulk', { ids, set });
    expect(again.body).toMatchObject({ changed: 0, unchanged: 3 });
  });

  it('runs a filter only with the token of its preview, and not when something changed since', async () => {
    const id = await make({ name: 'filtered', tags: ['lab'] });
    const order = { filter: 'tags[all]=lab', set: { os: 'Debian 12' } };
    const blind = await tech.post('/assets/bulk', order);
    expect(blind.body.errors[0]).toMatchObject({ pointer: '/previewToken', code: 'required' });
    const { previewToken } = (await tech.post('/assets/bulk', { ...order, dryRun: true })).body;
    await make({ name: 'newcomer', tags: ['lab'] });
    const stale = await tech.post('/assets/bulk', { ...order, previewToken });
    expect([stale.status, stale.body.code]).toEqual([409, 'bulk.changed_since_preview']);
    expect((await tech.get(`/assets/${id}`)).body.os).toBeNull();
    const fresh = (await tech.post('/assets/bulk', { ...order, dryRun: true })).body.previewToken;
    expect((await tech.post('/assets/bulk', { ...order, previewToken: fresh })).body.changed).toBe(2);
  });

  it('names the id it cannot see and changes nothing', async () => {
    const other = await world.person({ roles: [[globex, 'technician']] });
    const foreign = (await other.post('/assets', { organisationId: globex.id, name: 'x' })).body.id;
    const own = await make({ name: 'own' });
    const res = await tech.post('/assets/bulk', { ids: [own, foreign], set: { os: 'x' } });
    expect([res.status, res.body.errors[0].pointer]).toEqual([404, '/ids/1']);
    expect((await tech.get(`/assets/${own}`)).body.os).toBeNull();
    const site = (await other.post('/sites', { organisationId: globex.id, name: 'HQ' })).body.id;
    const refused = await tech.post('/assets/bulk', { ids: [own], set: { siteId: site } });
    expect(refused.body).toMatchObject({ refused: 1, changed: 0 });
  });

  it.each([
    [{ set: {} }, '/ids'],
    [{ ids: [], filter: '', set: {} }, '/filter'],
    [{ ids: [], set: { name: 'same for all' } }, '/set/name'],
    [{ filter: 'colour=red', set: {} }, '/query/colour'],
  ])('refuses %j and says where', async (input, pointer) => {
    const res = await tech.post('/assets/bulk', input);
    expect(res.status).toBe(400);
    expect(res.body.errors[0].pointer).toContain(pointer);
  });

  it('is not for those who only read', async () => {
    const helpdesk = await world.person({ roles: [[acme, 'helpdesk']] });
    expect((await helpdesk.post('/assets/bulk', { ids: [], set: {} })).status).toBe(403);
  });

  it('changes a thousand assets in one call, each with its event', async () => {
    const context = world.app.get(RequestContext);
    const ids = await world.inside(async () => {
      context.become({ type: 'system', id: tech.id, name: 'Seed', platformAdmin: false, grants: new Map() });
      context.limitTo([acme.id]);
      const drafts = Array.from({ length: 1000 }, (_, at) => ({
        organisationId: acme.id,
        name: `bulk-${at}`,
        type: 'laptop' as const,
        status: 'active' as const,
      }));
      const rows = await world.app.get(AssetWriter).insertMany(drafts, 'hand');
      return rows.map((row) => row.id);
    });
    const started = performance.now();
    const res = await tech.post('/assets/bulk', {
      ids,
      set: { status: 'in_stock', addTags: ['moved'], os: 'Windows 11' },
    });
    process.stdout.write(`bulk edit of 1,000 assets: ${Math.round(performance.now() - started)} ms\n`);
    expect(res.body).toMatchObject({ changed: 1000, refused: 0 });
    const [count] = await world.sql<{ n: number }>(
      `SELECT COUNT(*) AS n FROM event WHERE action = 'asset.updated' AND JSON_VALUE(changes, '$.os.to') = 'Windows 11'`,
    );
    expect(Number(count?.n)).toBe(1000);
  });
});
