import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

interface Row {
  name: string;
  status: string;
}

let world: World;
let acme: TestOrganisation;
let tech: Person;
let berlin: string;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  const globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']] });
  const owner = await world.person({ roles: [[globex, 'owner']] });
  await owner.post('/assets', { organisationId: globex.id, name: 'theirs', status: 'active' });
  berlin = (await tech.post('/sites', { organisationId: acme.id, name: 'Berlin' })).body.id;
  for (const [name, status, siteId] of [
    ['d', 'active', berlin],
    ['b', 'active', null],
    ['c', 'in_stock', berlin],
    ['a', 'retired', berlin],
  ])
    await tech.post('/assets', { organisationId: acme.id, name, status, siteId });
});
afterAll(() => world.close());

const names = (rows: Row[]): string[] => rows.map(({ name }) => name);

describe('a list in groups', () => {
  it('counts each group of what one may see, and orders the rows by it first', async () => {
    const { body } = await tech.get('/assets?group=status');
    expect(body.page.groups).toEqual({
      data: [
        { value: 'active', label: null, count: 2 },
        { value: 'in_stock', label: null, count: 1 },
        { value: 'retired', label: null, count: 1 },
      ],
      complete: true,
    });
    expect(names(body.data)).toEqual(['b', 'd', 'c', 'a']);
    expect((await tech.get('/assets')).body.page.groups).toBeNull();
  });

  it('counts under the same filters', async () => {
    const { body } = await tech.get('/assets?group=status&site[null]=false');
    expect(body.page.groups.data.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1]);
  });

  it('shows every row once over its pages, and back', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await tech.get(`/assets?group=status&sort=-name&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...names(body.data));
      expect(body.page.groups === null).toBe(cursor !== '');
      cursor = body.page.next ?? '';
    } while (cursor);
    expect(seen).toEqual(['d', 'b', 'c', 'a']);
  });

  it('leaves the rows of folded groups out, and still counts them', async () => {
    const { body } = await tech.get('/assets?group=status&folded=active,retired&total=true');
    expect([names(body.data), body.page.total, body.page.groups.data.length]).toEqual([['c'], 4, 3]);
  });

  it('calls groups of records by their names; rows without one are a group too', async () => {
    const { body } = await tech.get('/assets?group=site');
    expect(body.page.groups.data).toEqual([
      { value: null, label: null, count: 1 },
      { value: berlin, label: 'Berlin', count: 3 },
    ]);
    expect(names((await tech.get('/assets?group=site&folded=""')).body.data)).toEqual(['a', 'c', 'd']);
  });

  it('says which fields group it', async () => {
    const { status, body } = await tech.get('/assets?group=serial');
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([400, '/query/group', 'group.unknown']);
    expect(body.errors[0].params.allowed).toContain('status');
  });

  it('is the same over GraphQL', async () => {
    const { body } = await tech.graphql(
      '{ assets(group: "status", folded: ["active"]) { nodes { name } groups { value count } } }',
    );
    expect(names(body.data.assets.nodes)).toEqual(['c', 'a']);
    expect(body.data.assets.groups[0]).toEqual({ value: 'active', count: 2 });
  });

  it('is opened so by a saved view', async () => {
    const view = { list: 'assets', name: 'By status', query: 'sort=name', groupBy: 'status' };
    const { id } = (await tech.post('/views', view)).body;
    const { body } = await tech.get(`/assets?view=${id}`);
    expect([names(body.data), body.page.groups.data.length]).toEqual([['b', 'd', 'c', 'a'], 3]);
  });
});
