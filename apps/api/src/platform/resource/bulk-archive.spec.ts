import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let senior: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  senior = await world.person({ roles: [[acme, 'org_admin']] });
});
afterAll(() => world.close());

const sites = async (...names: string[]): Promise<string[]> =>
  Promise.all(
    names.map(async (name) => (await senior.post('/sites', { organisationId: acme.id, name })).body.id as string),
  );
const archivedNames = async (): Promise<string[]> =>
  (await senior.get('/sites?archived=only&limit=200')).body.data.map((site: { name: string }) => site.name);

describe('archiving many records', () => {
  it('previews without a trace, archives what the preview showed, and brings all of it back', async () => {
    const ids = await sites('Bonn 1', 'Bonn 2');
    const order = { filter: 'name[startsWith]=Bonn' };
    const preview = await senior.post('/sites/bulk-archive?org=acme', { ...order, dryRun: true });
    expect(preview.body).toMatchObject({ dryRun: true, changed: 2, refused: 0 });
    expect([await archivedNames(), await world.events({ targetId: ids[0], action: 'site.archived' })]).toEqual([
      [],
      [],
    ]);
    const { previewToken } = preview.body;
    const done = await senior.post('/sites/bulk-archive?org=acme', { ...order, previewToken });
    expect(done.body).toMatchObject({ dryRun: false, changed: 2 });
    expect((await archivedNames()).sort()).toEqual(['Bonn 1', 'Bonn 2']);
    expect(await world.events({ targetId: ids[0], action: 'site.archived' })).toHaveLength(1);
    const back = await senior.post('/sites/bulk-restore', { ids });
    expect([back.body.changed, await archivedNames()]).toEqual([2, []]);
  });

  it('needs the preview of a filter, and another one when something changed since', async () => {
    await sites('Cork 1');
    const order = { filter: 'name[startsWith]=Cork' };
    const blind = await senior.post('/sites/bulk-archive', order);
    expect(blind.body.errors[0]).toMatchObject({ pointer: '/previewToken', code: 'required' });
    const { previewToken } = (await senior.post('/sites/bulk-archive', { ...order, dryRun: true })).body;
    await sites('Cork 2');
    const stale = await senior.post('/sites/bulk-archive', { ...order, previewToken });
    expect([stale.status, stale.body.code, await archivedNames()]).toEqual([409, 'bulk.changed_since_preview', []]);
  });

  it('says for each record why it is refused, and keeps nothing of what it tried there', async () => {
    const owners = [await world.person({ roles: [[acme, 'owner']] }), await world.person({ roles: [[acme, 'owner']] })];
    const chief = await world.person({ roles: [[acme, 'owner']] });
    const rows = (await chief.get('/memberships?org=acme&limit=200')).body.data as { id: string; userId: string }[];
    const ids = rows.filter((row) => [chief, ...owners].some(({ id }) => id === row.userId)).map((row) => row.id);
    const done = await chief.post('/memberships/bulk-archive', { ids });
    expect(done.body).toMatchObject({ changed: 2, refused: 1 });
    const refused = done.body.items.find((item: { outcome: string }) => item.outcome === 'refused');
    expect(refused.refused).toBe('Nobody changes their own roles. Ask somebody else.');
    expect(await world.events({ targetId: refused.id, action: 'membership.archived' })).toEqual([]);
  });

  it('R07 answers a record of somebody else like one that does not exist, and touches none', async () => {
    const stranger = await world.person({ roles: [[globex, 'owner']] });
    const theirs = (await stranger.post('/sites', { organisationId: globex.id, name: 'HQ' })).body.id;
    const [own = ''] = await sites('Own');
    const answer = await senior.post('/sites/bulk-archive', { ids: [own, theirs] });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([404, '/ids/1']);
    expect(await archivedNames()).not.toContain('Own');
  });

  it('does the same over GraphQL', async () => {
    const [id = ''] = await sites('Graph');
    const answer = await senior.graphql(
      'mutation ($ids: [ID!]) { archiveSites(input: {ids: $ids}) { changed items { name outcome refused } } }',
      { ids: [id] },
    );
    expect(answer.body.data.archiveSites).toEqual({
      changed: 1,
      items: [{ name: 'Graph', outcome: 'changed', refused: null }],
    });
  });
});
