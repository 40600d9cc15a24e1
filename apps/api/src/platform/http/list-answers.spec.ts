import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let tech: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  tech = await world.person({ roles: [[acme, 'technician']] });
  for (const name of ['Bonn', 'Cork', 'Oslo', 'Rome', 'Zug'])
    await tech.post('/sites', { organisationId: acme.id, name });
});
afterAll(() => world.close());

const names = (answer: { body: { data: { name: string }[] } }): string[] => answer.body.data.map(({ name }) => name);
const linkTo = (rel: string, header: unknown): string =>
  new RegExp(`<([^>]+)>; rel="${rel}"`).exec(String(header))?.[1] ?? '';

describe('an answer with a page of a list', () => {
  it('names the pages on both sides as addresses, in the style of RFC 8288', async () => {
    const first = await tech.get('/sites?org=acme&limit=2&sort=-name');
    expect(names(first)).toEqual(['Zug', 'Rome']);
    expect(first.headers['link']).not.toContain('rel="prev"');
    const second = await tech.get(linkTo('next', first.headers['link']));
    expect(names(second)).toEqual(['Oslo', 'Cork']);
    const third = await tech.get(linkTo('next', second.headers['link']));
    expect([names(third), linkTo('next', third.headers['link'])]).toEqual([['Bonn'], '']);
    expect(names(await tech.get(linkTo('prev', third.headers['link'])))).toEqual(['Oslo', 'Cork']);
    expect(names(await tech.get(linkTo('first', third.headers['link'])))).toEqual(['Zug', 'Rome']);
  });

  it('goes back in GraphQL with last and before, and not in both directions at once', async () => {
    const ask = (args: string) =>
      tech.graphql(
        `{ sites(${args}) { nodes { name } pageInfo { startCursor endCursor hasPreviousPage hasNextPage } } }`,
      );
    const { pageInfo } = (await ask('first: 2')).body.data.sites;
    const second = (await ask(`first: 2, after: "${pageInfo.endCursor}"`)).body.data.sites;
    expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    const back = (await ask(`last: 1, before: "${second.pageInfo.startCursor}"`)).body.data.sites;
    expect([back.nodes, back.pageInfo.hasPreviousPage]).toEqual([[{ name: 'Cork' }], true]);
    const torn = await ask(`first: 2, last: 1`);
    expect(torn.body.errors[0].extensions.errors[0]).toMatchObject({ pointer: '/last', code: 'input.contradiction' });
  });

  it('is 304 without a body while nothing changed, and whole again after a change', async () => {
    const first = await tech.get('/sites?org=acme');
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const same = await tech.get('/sites?org=acme', { 'if-none-match': etag });
    expect([same.status, same.text, same.headers['etag']]).toEqual([304, '', etag]);
    const { id } = first.body.data[0];
    await tech.patch(`/sites/${id}`, { city: 'Bonn' });
    const changed = await tech.get('/sites?org=acme', { 'if-none-match': etag });
    expect([changed.status, changed.body.data[0].city]).toEqual([200, 'Bonn']);
  });

  it('holds only the properties asked for, and names what there is when one is unknown', async () => {
    const { id: siteId } = (await tech.get('/sites?name=Bonn')).body.data[0];
    await tech.post('/assets', { organisationId: acme.id, name: 'sparse', siteId });
    const sparse = await tech.get('/assets?org=acme&fields=name,site.name,serial&include=site');
    expect(sparse.body.data).toEqual([{ name: 'sparse', site: { name: 'Bonn' }, serial: null }]);
    const unknown = await tech.get('/assets?fields=name,password');
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/query/fields', code: 'fields.unknown' });
  });

  it('carries no ETag where nothing may be kept', async () => {
    const refused = await tech.get('/sites?org=nowhere');
    expect(refused.headers['etag']).toBeUndefined();
  });
});
