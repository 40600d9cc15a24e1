import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connections } from '../src/platform/database';
import { aWorld, type Person, type TestOrganisation, type World } from './world';

let world: World;
let acme: TestOrganisation;
let owner: Person;
let helper: Person;
let made = 0;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  acme = await world.organisation(`Acme ${(made += 1)}`);
  owner = await world.person({ roles: [[acme, 'owner']] });
  helper = await world.person({ roles: [[acme, 'technician']], signedInMinutesAgo: 0 });
});
afterEach(() => vi.restoreAllMocks());

/** Lets something happen after the guard has spoken, when the next act begins to write. */
function before(happens: () => Promise<unknown>): void {
  const connections = world.app.get(Connections);
  const send = connections.sendUntold.bind(connections);
  let waiting = true;
  vi.spyOn(connections, 'sendUntold').mockImplementation(async (line, statement) => {
    const begins = waiting && statement.text.includes('START TRANSACTION');
    if (begins) waiting = false;
    if (begins) await happens();
    return send(line, statement);
  });
}

async function revoke(): Promise<void> {
  const { data } = (await owner.get(`/memberships?org=${acme.id}`)).body as { data: { id: string; userId: string }[] };
  const own = data.find(({ userId }) => userId === helper.id);
  expect((await owner.post(`/memberships/${own?.id}/archive`, {})).status).toBe(200);
}
const rowsOf = (name: string) => world.sql('SELECT id FROM asset WHERE name = ?', [name]);

describe('R19 a right that is taken away between the check and the commit', () => {
  it('saves nothing, and says so', async () => {
    before(revoke);
    const { status, body } = await helper.post('/assets', { organisationId: acme.id, name: 'Too late' });
    expect([status, body.code, body.detail]).toEqual([
      403,
      'rights.changed',
      expect.stringContaining('nothing was saved'),
    ]);
    expect([await rowsOf('Too late'), await world.events({ action: 'asset.created' })]).toEqual([[], []]);
    expect((await helper.post('/assets', { organisationId: acme.id, name: 'Later' })).body.code).toBe(
      'permission.missing',
    );
  });

  it('saves nothing through GraphQL either', async () => {
    before(revoke);
    const mutation = `mutation { createAsset(input: { organisationId: "${acme.id}", name: "Too late" }) { id } }`;
    const { body } = await helper.graphql(mutation);
    expect(body.errors).toMatchObject([{ extensions: { code: 'rights.changed' } }]);
    expect(await rowsOf('Too late')).toEqual([]);
  });

  it('gives no secret away', async () => {
    const { id } = (
      await owner.post('/credentials', { organisationId: acme.id, name: 'Router', fields: { password: 'open sesame' } })
    ).body;
    const reveal = () => helper.post(`/credentials/${id}/fields/password/reveal`, {});
    expect((await reveal()).status).toBe(200);
    before(revoke);
    const { status, body } = await reveal();
    expect([status, JSON.stringify(body).includes('sesame')]).toEqual([403, false]);
  });

  it('is nothing to somebody else, whose work goes on', async () => {
    before(revoke);
    expect((await owner.post('/assets', { organisationId: acme.id, name: 'In time' })).status).toBe(201);
    expect(await rowsOf('In time')).toHaveLength(1);
  });
});

describe('whoever changes rights of their own', () => {
  it('is not held up by that, even twice in one document', async () => {
    const admin = await world.person({ platformAdmin: true });
    const named = (alias: string): string =>
      `${alias}: updateUser(id: "${admin.id}", input: { name: "${alias}" }) { name }`;
    const { body } = await admin.graphql(`mutation { ${named('first')} ${named('second')} }`);
    expect(body).toMatchObject({ data: { first: { name: 'first' }, second: { name: 'second' } } });
  });
});
