import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestContext } from '../src/platform/context';
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

/** Lets something happen after the guard has spoken, when the next act of a person begins to write. */
function before(person: Person, happens: () => Promise<unknown>): void {
  vi.restoreAllMocks();
  const context = world.app.get(RequestContext);
  const connections = world.app.get(Connections);
  const send = connections.sendUntold.bind(connections);
  let waiting = true;
  vi.spyOn(connections, 'sendUntold').mockImplementation(async (line, statement) => {
    const theirs = context.rights?.userId === person.id;
    const begins = waiting && theirs && statement.text.includes('START TRANSACTION');
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
    before(helper, revoke);
    const { status, body } = await helper.post('/assets', { organisationId: acme.id, name: 'Too late' });
    expect([status, body.code, body.detail]).toEqual([
      403,
      'rights.changed',
      expect.stringContaining('it was not saved'),
    ]);
    expect([await rowsOf('Too late'), await world.events({ action: 'asset.created' })]).toEqual([[], []]);
    expect((await helper.post('/assets', { organisationId: acme.id, name: 'Later' })).body.code).toBe(
      'permission.missing',
    );
  });

  it('saves nothing through GraphQL either', async () => {
    before(helper, revoke);
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
    before(helper, revoke);
    const { status, body } = await reveal();
    expect([status, JSON.stringify(body).includes('sesame')]).toEqual([403, false]);
  });

  it('gives nobody a role, one by one or many at once', async () => {
    const admin = await world.person({ roles: [[acme, 'org_admin']] });
    const others = [await world.person(), await world.person()];
    const roles = (await owner.get('/roles')).body.data as { id: string; template: string }[];
    const roleId = roles.find(({ template }) => template === 'helpdesk')?.id;
    const ids: string[] = [];
    for (const { id: userId } of others)
      ids.push((await owner.post('/memberships', { organisationId: acme.id, userId, roleId })).body.id);
    const lose = async (): Promise<unknown> =>
      world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [admin.id]);
    before(admin, lose);
    const given = { organisationId: acme.id, userId: (await world.person()).id, roleId };
    expect((await admin.post('/memberships', given)).body.code).toBe('rights.changed');
    const { previewToken } = (await admin.post('/memberships/bulk-archive', { ids, dryRun: true })).body;
    before(admin, lose);
    expect((await admin.post('/memberships/bulk-archive', { ids, previewToken })).body.code).toBe('rights.changed');
    const left = await world.sql<{ n: number }>(
      'SELECT COUNT(*) AS n FROM membership WHERE organisation_id = ? AND role_id = ? AND archived_at IS NULL',
      [acme.id, roleId],
    );
    expect(Number(left[0]?.n)).toBe(2);
  });

  it('is nothing to somebody else, whose work goes on', async () => {
    before(owner, revoke);
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
