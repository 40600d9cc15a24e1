import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { OrganisationEntity } from '../orgs';
import { Repositories } from '../../platform/database';
import { RequestContext } from '../../platform/context';
import { SearchRebuild } from '.';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let tech: Person;
let both: Person;

interface Result {
  type: string;
  id: string;
  title: string;
  subtitle: string | null;
  organisation: { id: string; slug: string; name: string; colour: string };
  actions: string[];
}

const found = async (who: Person, query: string): Promise<Result[]> => {
  const { status, body } = await who.get(`/search?${query}`);
  expect(status).toBe(200);
  return (body.groups as unknown as { type: string; results: Result[] }[]).flatMap((group) => group.results);
};
const titles = async (who: Person, q: string, more = ''): Promise<string[]> =>
  (await found(who, `q=${encodeURIComponent(q)}${more}`)).map((result) => result.title);

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Müller & Söhne GmbH');
  other = await world.organisation('Zeta 100% Logistics');
  await world.organisation('Müllerei Verborgen');
  tech = await world.person({ roles: [[acme, 'technician']] });
  both = await world.person({
    roles: [
      [acme, 'technician'],
      [other, 'owner'],
    ],
  });
});
afterAll(() => world.close());

describe('the palette', () => {
  it('finds a client by the beginning of its name, with all a row needs', async () => {
    const [result, ...rest] = await found(tech, 'q=m%C3%BCll');
    expect(rest).toEqual([]);
    expect(result).toEqual({
      type: 'organisation',
      id: acme.id,
      title: 'Müller & Söhne GmbH',
      subtitle: null,
      organisation: {
        id: acme.id,
        slug: acme.slug,
        name: acme.name,
        colour: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
      },
      actions: ['open'],
    });
  });

  it.each(['muller', 'SOHNE', 'söh gmb', 'gmbh mül', 'Müller & Söhne', 'm', '@muller'])('finds it by %s', async (q) => {
    expect(await titles(tech, q)).toEqual([acme.name]);
  });

  it.each([
    'ohne',
    'müller zeta',
    '#muller',
    '=muller',
    '',
    '   ',
    '!!!',
    '%',
    '_',
    "' OR 1=1 --",
    '+-*"~<>()',
    '\\',
    '\u{1F427}',
    '@',
  ])('finds nothing by %j, and nothing breaks', async (q) => {
    expect(await titles(tech, q)).toEqual([]);
  });

  it('takes signs that mean something to a database as what they are', async () => {
    expect(await titles(both, '100%')).toEqual([other.name]);
    expect(await titles(both, 'zeta 1_0')).toEqual([]);
  });

  it('shows nothing of a client one has no role in', async () => {
    expect(await titles(tech, 'zeta')).toEqual([]);
    expect(await titles(both, 'zeta')).toEqual([other.name]);
    const { status } = await tech.get(`/search?q=zeta&org=${other.slug}`);
    expect(status).toBe(404);
    expect((await world.nobody().get('/search?q=zeta')).status).toBe(401);
  });

  it('puts the client in view first', async () => {
    const twins = [await world.organisation('Twin A'), await world.organisation('Twin B')] as const;
    const person = await world.person({
      roles: [
        [twins[0], 'technician'],
        [twins[1], 'technician'],
      ],
    });
    expect(await titles(person, 'twin', `&org=${twins[1].slug}`)).toEqual(['Twin B', 'Twin A']);
    expect(await titles(person, 'twin', `&org=${twins[0].id}`)).toEqual(['Twin A', 'Twin B']);
  });

  it('refuses what it does not know, by name', async () => {
    const unknown = await tech.get('/search?q=x&types=spaceship');
    expect(unknown.status).toBe(400);
    expect(JSON.stringify(unknown.body)).toContain('/query/types');
    expect((await tech.get(`/search?q=${'x'.repeat(201)}`)).status).toBe(400);
  });
});

describe('the index', () => {
  it('knows a change as soon as it is saved, and forgets what it was', async () => {
    const before = await world.organisation('Oldname Ltd');
    const owner = await world.person({ roles: [[before, 'owner']] });
    expect((await owner.patch(`/organisations/${before.id}`, { name: 'Newname Ltd', city: 'Gent' })).status).toBe(200);
    expect(await titles(owner, 'newn')).toEqual(['Newname Ltd']);
    expect(await titles(owner, 'gent')).toEqual(['Newname Ltd']);
    expect((await owner.patch(`/organisations/${before.id}`, { city: 'Bonn' })).status).toBe(200);
    expect(await titles(owner, 'gent')).toEqual([]);
    expect(await titles(owner, 'bonn')).toEqual(['Newname Ltd']);
  });

  it('hides what is archived and brings it back', async () => {
    const client = await world.organisation('Sleeper Ltd');
    const owner = await world.person({ roles: [[client, 'owner']] });
    await owner.post(`/organisations/${client.id}/archive`);
    expect(await titles(owner, 'sleeper')).toEqual([]);
    await owner.post(`/organisations/${client.id}/restore`);
    expect(await titles(owner, 'sleeper')).toEqual(['Sleeper Ltd']);
  });

  it('holds nothing of a change that failed', async () => {
    const work = world.inside(async () => {
      world.app.get(RequestContext).limitTo([acme.id]);
      const repository = world.app.get(Repositories).of(OrganisationEntity as never);
      const row = await repository.get(acme.id);
      await repository.update(row, { name: 'Phantom' } as never);
      throw new Error('never mind');
    });
    await expect(work).rejects.toThrow('never mind');
    expect(await titles(tech, 'phantom')).toEqual([]);
    expect(await titles(tech, 'muller')).toEqual([acme.name]);
  });

  it('can be built anew from the records', async () => {
    const word = () => world.sql('SELECT organisation_id, type, word, entry_id FROM search_word ORDER BY 1, 2, 3, 4');
    const before = await word();
    await world.sql('DELETE FROM search_word');
    await world.sql('DELETE FROM search_entry');
    expect(await titles(tech, 'muller')).toEqual([]);
    expect(await world.app.get(SearchRebuild).run()).toBeGreaterThan(4);
    expect(await word()).toEqual(before);
    expect(await titles(tech, 'muller')).toEqual([acme.name]);
  });
});

describe('records of other modules', () => {
  it('finds an asset by name, serial number, address, and only with the permission', async () => {
    const created = await tech.post('/assets', {
      organisationId: acme.id,
      name: 'srv-01.acme',
      type: 'server',
      serial: 'XK-77/42',
    });
    expect(created.status).toBe(201);
    for (const q of ['srv', '01.acm', 'acme', '=xk-77/42', 'xk-77'])
      expect(await titles(tech, q), q).toContain('srv-01.acme');
    expect(await titles(tech, '=xk-77')).toEqual([]);
    expect(await titles(tech, 'srv', '&types=contact')).toEqual([]);
    const billing = await world.person({ roles: [[acme, 'billing']] });
    expect(await titles(billing, 'srv')).toEqual([]);
  });
});
