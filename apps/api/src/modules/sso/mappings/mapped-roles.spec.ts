import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { aConnection, aMapping, aProof, browser, enter, reasonOf } from '../sso.fixture';

let world: World;
let keeper: Person;
let acme: TestOrganisation;
beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
afterAll(() => world.close());

const membershipsOf = (userId: string): Promise<{ role: string; source: string; live: number }[]> =>
  world.sql(
    'SELECT r.template AS role, m.source, m.archived_at IS NULL AS live FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = ? ORDER BY r.template',
    [userId],
  );

describe('roles that groups give', () => {
  it('come and go with the groups, beside roles given by hand', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    await aMapping(world, keeper, { connection, group: 'techs', organisation: acme, role: 'technician' });
    await aMapping(world, keeper, { connection, group: '*', organisation: acme, role: 'portal' });
    const proof = aProof({ amr: ['mfa'], groups: ['techs', 'others'] });
    const { jar } = await enter(world, connection, proof);
    const me = await world.nobody().get('/me', browser(jar));
    expect(me.body.organisations[0]?.permissions).toContain('vault.secret.reveal');
    const userId = String(me.body.id);
    const roles = await keeper.get('/roles?limit=50');
    const helpdesk = roles.body.data.find((role: { template: string }) => role.template === 'helpdesk');
    const byHand = { organisationId: acme.id, userId, roleId: helpdesk.id };
    expect((await keeper.post('/memberships', byHand)).status).toBe(201);
    await enter(world, connection, { ...proof, groups: [] });
    expect(await membershipsOf(userId)).toEqual([
      { role: 'helpdesk', source: 'local', live: 1 },
      { role: 'portal', source: 'sso', live: 1 },
      { role: 'technician', source: 'sso', live: 0 },
    ]);
    expect(JSON.stringify((await world.nobody().get('/me', browser(jar))).body.organisations)).not.toContain('reveal');
    await enter(world, connection, proof);
    expect((await membershipsOf(userId)).filter(({ live }) => live)).toHaveLength(3);
    const changes = await world.events({ action: 'membership.archived' });
    expect(changes.at(-1)).toMatchObject({ organisation_id: acme.id, actor_id: userId });
  });

  it('are changed where they come from, and end with their mapping at once', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    const mapping = await aMapping(world, keeper, { connection, group: 'g', organisation: acme, role: 'auditor' });
    const { jar } = await enter(world, connection, aProof({ amr: ['mfa'], groups: ['g'] }));
    const me = await world.nobody().get('/me', browser(jar));
    const [row] = await world.sql<{ id: string }>('SELECT id FROM membership WHERE user_id = ?', [me.body.id]);
    expect((await keeper.post(`/memberships/${row?.id}/archive`)).body.code).toBe('membership.mapped');
    expect(
      (await keeper.delete(`/sign-in-connections/${connection.id}/mappings/${String(mapping['id'])}`)).status,
    ).toBe(204);
    expect((await world.nobody().get('/me', browser(jar))).body.organisations).toEqual([]);
  });

  it('end with their mapping also for the administrator who removes it', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    const mapping = await aMapping(world, keeper, { connection, group: 'boss', organisation: acme, role: 'owner' });
    const { jar } = await enter(world, connection, aProof({ amr: ['mfa'], groups: ['boss'] }));
    const { id } = (await world.nobody().get('/me', browser(jar))).body;
    await world.sql('UPDATE user_account SET platform_admin = 1 WHERE id = ?', [id]);
    const path = `/sign-in-connections/${connection.id}/mappings/${String(mapping['id'])}`;
    const { status, text } = await world.nobody().delete(path, browser(jar));
    expect([status, text]).toEqual([204, '']);
    expect(await membershipsOf(id)).toMatchObject([{ role: 'owner', live: 0 }]);
  });

  it('go with a mapping also where another one gives the same, and come back when somebody is next seen', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    const gone = await aMapping(world, keeper, { connection, group: 'old', organisation: acme, role: 'auditor' });
    await aMapping(world, keeper, { connection, group: 'new', organisation: acme, role: 'auditor' });
    const people = [aProof({ amr: ['mfa'], groups: ['old'] }), aProof({ amr: ['mfa'], groups: ['old', 'new'] })];
    for (const proof of people) await enter(world, connection, proof);
    await keeper.delete(`/sign-in-connections/${connection.id}/mappings/${String(gone['id'])}`);
    const liveOf = async (email: string | null) => {
      const [user] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [email]);
      return (await membershipsOf(String(user?.id))).map(({ live }) => live);
    };
    expect(await Promise.all(people.map(({ email }) => liveOf(email)))).toEqual([[0], [0]]);
    for (const proof of people) await enter(world, connection, proof);
    expect(await Promise.all(people.map(({ email }) => liveOf(email)))).toEqual([[0], [1]]);
  });

  it('are those of that very group, not of one whose name only looks like it', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    await aMapping(world, keeper, { connection, group: 'Admins', organisation: acme, role: 'owner' });
    const proof = aProof({ amr: ['mfa'], groups: ['\u00c4dmins', 'Ad\u00admins', 'Admins '] });
    await enter(world, connection, proof);
    const [user] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [proof.email]);
    expect(await membershipsOf(String(user?.id))).toEqual([]);
    await enter(world, connection, { ...proof, groups: ['admins'] });
    expect(await membershipsOf(String(user?.id))).toEqual([{ role: 'owner', source: 'sso', live: 1 }]);
  });

  it('end when their connection is archived: nobody could take them away any more', async () => {
    const connection = await aConnection(world, { mfaTrusted: true, state: 'disabled' });
    await aMapping(world, keeper, { connection, group: 'gone', organisation: acme, role: 'auditor' });
    await world.sql("UPDATE sign_in_connection SET state = 'enabled' WHERE id = ?", [connection.id]);
    const proof = aProof({ amr: ['mfa'], groups: ['gone'] });
    await enter(world, { ...connection, state: 'enabled' }, proof);
    const [user] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [proof.email]);
    expect(await membershipsOf(String(user?.id))).toEqual([{ role: 'auditor', source: 'sso', live: 1 }]);
    await world.sql("UPDATE sign_in_connection SET state = 'disabled' WHERE id = ?", [connection.id]);
    expect((await keeper.post(`/sign-in-connections/${connection.id}/archive`)).status).toBe(200);
    expect(await membershipsOf(String(user?.id))).toEqual([{ role: 'auditor', source: 'sso', live: 0 }]);
  });

  it('leave the last owner in place and say so', async () => {
    const bravo = await world.organisation('Bravo');
    const owner = await world.person({ platformAdmin: true, roles: [[bravo, 'owner']] });
    const connection = await aConnection(world, { mfaTrusted: true });
    await aMapping(world, owner, { connection, group: 'owners', organisation: bravo, role: 'owner' });
    const proof = aProof({ amr: ['mfa'], groups: ['owners'] });
    await enter(world, connection, proof);
    await world.sql('UPDATE membership SET archived_at = NOW(6) WHERE user_id = ?', [owner.id]);
    await enter(world, connection, { ...proof, groups: [] });
    const [user] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [proof.email]);
    expect(await membershipsOf(String(user?.id))).toEqual([{ role: 'owner', source: 'sso', live: 1 }]);
    const [event] = await world.events({ action: 'membership.kept' });
    expect(event).toMatchObject({ organisation_id: bravo.id, details: { reason: 'last_owner' } });
  });

  it('R14 are given by those only who hold them in that organisation', async () => {
    const connection = await aConnection(world);
    const outsider = await world.person({ platformAdmin: true });
    const tech = await world.person({ platformAdmin: true, roles: [[acme, 'org_admin']] });
    const give = (by: Person, role: string) =>
      reasonOf(aMapping(world, by, { connection, group: 'x', organisation: acme, role }));
    expect(await give(outsider, 'portal')).toContain('role.beyond_own');
    expect(await give(tech, 'owner')).toContain('role.beyond_own');
    expect(await give(tech, 'technician')).toBe('not refused');
  });
});
