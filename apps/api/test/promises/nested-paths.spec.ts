import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apart, innerIsKept, nestedPaths, relationOf, type NestedPath } from './nested.promise';
import { aStage, type Stage } from './stage';

/** Paths a service fills by hand, and why whoever sees the outer record may see the inner one. */
const BY_HAND: Record<string, string> = {
  'ApiKey.organisations': 'organisations the actor has a role in, which /me names as well',
  'GroupMapping.organisation': 'administrators of the platform choose it',
  'GroupMapping.role': 'roles are read by everybody',
  'ScanProposal.asset': 'proposals are refused without asset.read, see below',
  'ScanProposal.candidates': 'proposals are refused without asset.read, see below',
};

let stage: Stage;
let paths: NestedPath[];
beforeAll(async () => {
  stage = await aStage();
  paths = nestedPaths(stage.world.app.get(GraphQLSchemaHost).schema);
});
afterAll(() => stage.world.close());

describe('G05 the same record by another path', () => {
  it('is known for every path the schema has: a relation with rules, or one somebody thought about', () => {
    const unknown = paths.filter((path) => !relationOf(path) && !(path.name in BY_HAND));
    expect(unknown.map(({ name }) => name)).toEqual([]);
    expect(Object.keys(BY_HAND).filter((name) => !paths.some((path) => path.name === name))).toEqual([]);
  });

  it('is kept back from whoever may read the outer record alone, for every relation where that can be', async () => {
    const kept = paths.filter((path) => {
      const relation = relationOf(path);
      return relation && apart(relation);
    });
    expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(['Asset.contact', 'Asset.site']));
    for (const path of kept) expect(await innerIsKept(stage, path)).toEqual([]);
  });

  it('is refused where a scan is compared with assets', async () => {
    const { keeper, acme, world } = stage;
    const content = `<?xml version="1.0"?><nmaprun scanner="nmap" args="nmap 10.0.9.1" start="1700000000" version="7.93"><host><status state="up" reason="arp-response"/><address addr="10.0.9.1" addrtype="ipv4"/></host><runstats><finished time="1700000009" exit="success"/></runstats></nmaprun>`;
    const scan = await keeper.upload(`/scans?org=${acme.id}`, { name: 'nested.xml', content });
    const role = await keeper.post('/roles', { name: 'Reads networks', permissions: ['network.read'] });
    const person = await world.person();
    await keeper.post('/memberships', { organisationId: acme.id, userId: person.id, roleId: role.body.id });
    const query = `{ scanProposals(id: "${scan.body.id}") { data { asset { name } candidates { name } } } }`;
    expect((await keeper.graphql(query)).body.errors).toBeUndefined();
    expect((await person.get(`/scans/${scan.body.id}`)).status).toBe(200);
    expect((await person.graphql(query)).body.errors).toMatchObject([{ extensions: { code: 'permission.missing' } }]);
    expect((await person.get(`/scans/${scan.body.id}/proposals`)).status).toBe(403);
  });
});
