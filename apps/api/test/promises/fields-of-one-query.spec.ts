import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../caller';
import { aWorld, type Person, type TestOrganisation, type World } from '../world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let both: Person;

beforeAll(async () => {
  world = await aWorld();
  [acme, globex] = [await world.organisation('Acme'), await world.organisation('Globex')];
  const owner = await world.person({
    roles: [
      [acme, 'owner'],
      [globex, 'owner'],
    ],
  });
  for (const { id: organisationId, slug } of [acme, globex]) {
    for (const name of ['server', 'switch'])
      await made(owner.post('/assets', { organisationId, name: `${slug} ${name}` }));
    await made(owner.post('/contacts', { organisationId, lastName: `Somebody of ${slug}` }));
  }
  // Everything in Acme; in Globex contacts, and no assets.
  both = await world.person({
    roles: [
      [acme, 'owner'],
      [globex, 'billing'],
    ],
  });
});
afterAll(() => world.close());

async function made(answer: Promise<Answer>): Promise<void> {
  expect((await answer).status).toBe(201);
}

const assets = (org: string): string =>
  `a: assets(org: "${org}", first: 50, total: true) { totalCount nodes { name } }`;
const CONTACTS = 'c: contacts(org: "globex", first: 50, total: true) { totalCount nodes { name } }';
const asked = async (...fields: string[]): Promise<Asked> =>
  (await both.graphql(`{ ${fields.join(' ')} }`)).body as Asked;

interface Asked {
  data: Record<string, { totalCount: number; nodes: { name: string }[] }>;
  errors?: { extensions: { code: string } }[];
}

describe('fields of one query', () => {
  it('asked for alone, show what their permission allows in their organisation', async () => {
    expect((await asked(assets('globex'))).errors?.[0]?.extensions.code).toBe('permission.missing');
    expect((await asked(CONTACTS)).data['c']?.nodes.map(({ name }) => name)).toEqual(['Somebody of globex']);
  });

  it.each([
    ['before', [assets('acme'), CONTACTS]],
    ['behind', [CONTACTS, assets('acme')]],
  ])('keep to their own organisation %s one of another', async (_where, fields) => {
    const { data, errors } = await asked(...fields);
    expect(errors ?? []).toEqual([]);
    expect(data['a']?.nodes.map(({ name }) => name).sort()).toEqual(['acme server', 'acme switch']);
    expect(data['a']?.totalCount).toBe(2);
    expect(data['c']?.nodes.map(({ name }) => name)).toEqual(['Somebody of globex']);
    expect(data['c']?.totalCount).toBe(1);
  });
});
