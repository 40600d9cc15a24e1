import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;
let colleague: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']], name: 'Tom' });
  colleague = await world.person({
    roles: [
      [acme, 'helpdesk'],
      [globex, 'helpdesk'],
    ],
  });
});
afterAll(() => world.close());

const save = (person: Person, more: object = {}) =>
  person.post('/views', { list: 'assets', name: 'Laptops', query: 'type=laptop&sort=-name', ...more });
const seenBy = async (person: Person): Promise<string[]> =>
  (await person.get('/views?limit=200')).body.data.map((view: { id: string }) => view.id);

describe('a saved view', () => {
  it('keeps filters, columns and groups, and is nobody else’s', async () => {
    const columns = [
      { id: 'name', pinned: true },
      { id: 'serial', width: 180 },
    ];
    const mine = await save(tech, { columns, groupBy: 'site' });
    expect(mine.body).toMatchObject({ userName: 'Tom', groupBy: 'site', can: { update: true } });
    expect(mine.body.columns[1]).toEqual({ id: 'serial', width: 180, pinned: null });
    expect(await seenBy(colleague)).not.toContain(mine.body.id);
    expect((await colleague.get(`/views/${mine.body.id}`)).body.code).toBe('view.not_found');
    expect((await colleague.patch(`/views/${mine.body.id}`, { name: 'x' })).status).toBe(404);
  });

  it('shared with a team is seen by those who may see its members, and changed by its owner only', async () => {
    const { body: shared } = await save(tech, { shared: true, organisationId: acme.id });
    expect(await seenBy(colleague)).toContain(shared.id);
    const refused = await colleague.patch(`/views/${shared.id}`, { name: 'Mine now' });
    expect([refused.status, refused.body.code]).toEqual([403, 'view.not_yours']);
    const portal = await world.person({ roles: [[acme, 'portal']] });
    const stranger = await world.person({ roles: [[globex, 'owner']] });
    expect([...(await seenBy(portal)), ...(await seenBy(stranger))]).not.toContain(shared.id);
    const list = await colleague.graphql('{ views(filter: {shared: {eq: true}}) { nodes { id name can } } }');
    expect(list.body.data.views.nodes).toContainEqual({
      id: shared.id,
      name: 'Laptops',
      can: { update: false, archive: false },
    });
  });

  it('is shared only by members of the team, and never with an organisation one has no role in', async () => {
    const portal = await world.person({ roles: [[acme, 'portal']] });
    expect((await save(portal, { shared: true, organisationId: acme.id })).body.code).toBe('view.no_team');
    expect((await save(tech, { shared: true, organisationId: globex.id })).body.code).toBe('organisation.not_found');
    expect((await save(tech, { shared: true, standard: true, organisationId: acme.id })).body.code).toBe(
      'view.no_lead',
    );
  });

  it('opens first for the team when somebody who runs the organisation says so; one at a time', async () => {
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const { body: first } = await save(owner, { shared: true, standard: true, organisationId: acme.id });
    const { body: second } = await save(owner, { shared: true, standard: true, organisationId: acme.id });
    const standards = await tech.get('/views?shared=true&standard=true');
    expect(standards.body.data.map((view: { id: string }) => view.id)).toEqual([second.id]);
    expect((await owner.get(`/views/${first.id}`)).body.standard).toBe(false);
  });

  it.each([
    [{ list: 'passwords' }, '/list', 'unknown'],
    [{ query: 'colour=red' }, '/query', 'query'],
    [{ query: 'status=active&cursor=abc' }, '/query', 'momentary'],
    [{ columns: [{ id: 'drop table' }] }, '/columns/0/id', 'format'],
  ])('refuses %j and says where', async (wrong, pointer, code) => {
    const answer = await save(tech, wrong);
    expect(answer.body.errors[0]).toMatchObject({ pointer, code });
  });

  it('stands for its filters and order in the address of its list', async () => {
    for (const name of ['a-laptop', 'b-laptop'])
      await tech.post('/assets', { organisationId: acme.id, name, type: 'laptop' });
    await tech.post('/assets', { organisationId: acme.id, name: 'c-server', type: 'server' });
    const { body: view } = await save(tech);
    const names = async (query: string) =>
      (await tech.get(`/assets?${query}`)).body.data.map((asset: { name: string }) => asset.name);
    expect(await names(`view=${view.id}`)).toEqual(['b-laptop', 'a-laptop']);
    expect(await names(`view=${view.id}&type=server&sort=name`)).toEqual(['c-server']);
    const elsewhere = await tech.get(`/sites?view=${view.id}`);
    expect(elsewhere.body.errors[0]).toMatchObject({ pointer: '/query/view', code: 'other_list' });
    expect((await colleague.get(`/assets?view=${view.id}`)).body.code).toBe('view.not_found');
  });
});

describe('favourites and recents', () => {
  const titles = async (path: string): Promise<string[]> =>
    (await tech.get(path)).body.map((mark: { title: string }) => mark.title);

  it('keep the records opened last, the newest first and each once, with the title of now', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 52; n += 1)
      ids.push((await tech.post('/sites', { organisationId: acme.id, name: `Site ${n}` })).body.id);
    for (const part of [ids.slice(0, 40), ids.slice(40), [ids[3], ids[10]]])
      expect((await tech.post('/me/recents', { ids: part })).status).toBe(204);
    await tech.patch(`/sites/${ids[10]}`, { name: 'Renamed' });
    const recent = await titles('/me/recents');
    expect([recent.length, ...recent.slice(0, 3), recent.includes('Site 0')]).toEqual([
      50,
      'Renamed',
      'Site 3',
      'Site 51',
      false,
    ]);
    const kept = await world.sql('SELECT record_id FROM record_mark WHERE user_id = ?', [tech.id]);
    expect(kept).toHaveLength(50);
    expect((await tech.get('/me/recents')).body[0]).toMatchObject({ type: 'site', organisation: { slug: 'acme' } });
  });

  it('are the same over GraphQL, and are forgotten one by one or all at once', async () => {
    const asked = await tech.graphql('{ recents { title organisation { slug } } favourites { title } }');
    expect(asked.body.data.recents.slice(0, 2)).toEqual([
      { title: 'Renamed', organisation: { slug: 'acme' } },
      { title: 'Site 3', organisation: { slug: 'acme' } },
    ]);
    const [first] = (await tech.get('/me/recents')).body as unknown as { id: string }[];
    expect((await tech.delete(`/me/recents/${first!.id}`)).status).toBe(204);
    expect((await titles('/me/recents'))[0]).toBe('Site 3');
    expect((await tech.delete('/me/recents')).status).toBe(204);
    expect(await titles('/me/recents')).toEqual([]);
  });

  it('remember nothing of a record one may not see, and say nothing about it', async () => {
    const theirs = (await world.sql<{ id: string }>('SELECT id FROM organisation WHERE slug = ?', ['globex']))[0]!;
    const { id } = (await tech.post('/sites', { organisationId: acme.id, name: 'Seen' })).body;
    const unknown = '01890000-0000-7000-8000-00000000dead';
    expect((await tech.post('/me/recents', { ids: [theirs.id, id, unknown] })).status).toBe(204);
    const kept = await world.sql<{ id: string }>('SELECT record_id AS id FROM record_mark WHERE user_id = ?', [
      tech.id,
    ]);
    expect(kept).toEqual([{ id }]);
    const many = await tech.post('/me/recents', { ids: Array.from({ length: 51 }, () => unknown) });
    expect(many.body.errors[0]).toMatchObject({ pointer: '/ids' });
  });

  it('end with the account of the person', async () => {
    const admin = await world.person({ platformAdmin: true });
    const leaver = await world.person({ roles: [[acme, 'technician']] });
    await leaver.post('/me/recents', { ids: [acme.id] });
    expect((await leaver.get('/me/recents')).body).toHaveLength(1);
    expect((await admin.post(`/users/${leaver.id}/offboarding`, {})).status).toBeLessThan(300);
    expect(await world.sql('SELECT * FROM record_mark WHERE user_id = ?', [leaver.id])).toEqual([]);
  });

  it('are marked and unmarked, hide what is archived, and leave no trace of what may no longer be seen', async () => {
    const { id } = (await tech.post('/assets', { organisationId: acme.id, name: 'core-switch' })).body;
    await tech.post('/me/favourites', { id });
    await tech.post('/me/favourites', { id: acme.id });
    expect((await titles('/me/favourites')).sort()).toEqual(['Acme', 'core-switch']);
    await tech.delete(`/me/favourites/${acme.id}`);
    expect(await titles('/me/favourites')).toEqual(['core-switch']);
    await world.sql(
      "UPDATE membership SET role_id = (SELECT id FROM role WHERE template = 'billing') WHERE user_id = ?",
      [tech.id],
    );
    await world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [tech.id]);
    expect(await titles('/me/favourites')).toEqual([]);
  });

  it('answer a record of somebody else like one that does not exist', async () => {
    const theirs = (await colleague.get('/organisations')).body.data.find(
      (one: { name: string }) => one.name === 'Globex',
    );
    const stranger = await world.person({ roles: [[acme, 'technician']] });
    const refused = await stranger.post('/me/favourites', { id: theirs.id });
    const unknown = await stranger.post('/me/favourites', { id: '01890000-0000-7000-8000-00000000dead' });
    expect([refused.status, refused.body.code, unknown.body.code]).toEqual([
      404,
      'record.not_found',
      'record.not_found',
    ]);
  });
});
