import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Connections } from '../src/platform/database';
import { aWorld, type Person, type TestOrganisation, type World } from './world';

let world: World;
let acme: TestOrganisation;
let owner: Person;
let trips = 0;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  owner = await world.person({ roles: [[acme, 'owner']] });
  const organisationId = acme.id;
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await owner.post(path, { organisationId, ...body });
    expect([path, answer.status]).toEqual([path, 201]);
    return String(answer.body.id);
  };
  ids['site'] = await made('/sites', { name: 'Headquarters' });
  ids['contact'] = await made('/contacts', { name: 'Ada' });
  const interfaces = [{ name: 'eth0', mac: '02:00:00:00:00:01', ips: ['10.0.0.1'] }];
  ids['asset'] = await made('/assets', { name: 'srv', siteId: ids['site'], contactId: ids['contact'], interfaces });
  for (let at = 0; at < 20; at += 1) await made('/assets', { name: `pc ${at}`, siteId: ids['site'], interfaces: [] });
  ids['credential'] = await made('/credentials', {
    name: 'root',
    type: 'website',
    fields: { password: 'open sesame' },
  });
  const connections = world.app.get(Connections);
  const send = connections.sendUntold.bind(connections);
  vi.spyOn(connections, 'sendUntold').mockImplementation((line, statement) => {
    trips += 1;
    return send(line, statement);
  });
});
afterAll(() => world.close());

const GRAPHQL = '{ assets(org: "acme", first: 50) { nodes { id name site { name } contact { name } } } }';

describe('trips to the database, the session included', () => {
  it.each<[string, number, () => Promise<{ status: number }>]>([
    ['a list of records with their relations, parts and total', 5, () => owner.get('/assets?org=acme&total=true')],
    ['a list of contacts', 4, () => owner.get('/contacts?org=acme')],
    ['a list of credentials', 6, () => owner.get('/credentials?org=acme')],
    ['a list of events', 2, () => owner.get('/events?org=acme')],
    ['one record with its relations and parts', 4, () => owner.get(`/assets/${ids['asset']}`)],
    ['a GraphQL list with two relations', 3, () => owner.graphql(GRAPHQL) as Promise<{ status: number }>],
    ['a GraphQL list of names alone', 2, () => owner.graphql('{ assets { nodes { name } } }') as never],
    ['a search of the palette', 4, () => owner.get('/search?q=srv')],
    ['a new asset with event, history and search words', 4, () => owner.post('/assets', draft())],
    ['a changed asset', 6, () => owner.patch(`/assets/${ids['asset']}`, { notes: String(trips) })],
    ['a revealed secret', 5, () => owner.post(`/credentials/${ids['credential']}/fields/password/reveal`, {})],
  ])('%s: at most %i', async (_what, most, act) => {
    // The first time fills what a process keeps: rights, keys, settings.
    expect((await act()).status).toBeLessThan(300);
    trips = 0;
    expect((await act()).status).toBeLessThan(300);
    expect(trips).toBeLessThanOrEqual(most);
  });

  it('of one client after another: one more for each list, to say whose rows are met', async () => {
    const globex = await world.organisation('Globex');
    const msp = await world.person({
      roles: [
        [acme, 'owner'],
        [globex, 'owner'],
      ],
    });
    const ask = async (slug: string): Promise<number> => {
      trips = 0;
      expect((await msp.get(`/contacts?org=${slug}`)).status).toBe(200);
      return trips;
    };
    await ask('acme');
    const same = await ask('acme');
    for (const slug of ['globex', 'acme', 'globex']) expect(await ask(slug)).toBeLessThanOrEqual(same + 2);
    expect(await ask('globex')).toBeLessThanOrEqual(same);
  });
});

const draft = (): object => ({ organisationId: acme.id, name: `new ${trips}`, type: 'server', serial: `S${trips}` });
