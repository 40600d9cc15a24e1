import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostileProvider } from '../../../../test/providers/hostile-provider';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { aMapping, aProof, enter } from '../sso.fixture';
import { LOOPBACK, Traveller, anOidcConnection, jarOf } from './oidc.fixture';

let world: World;
let provider: HostileProvider;
let keeper: Person;
let acme: TestOrganisation;
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  provider = await HostileProvider.start();
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
afterAll(async () => {
  await provider.stop();
  await world.close();
});

describe('testing a connection before it is enabled', () => {
  it('shows claims, person and roles, lets nobody in, and only then lets it be enabled', async () => {
    const made = await keeper.post('/sign-in-connections', {
      kind: 'oidc',
      name: 'Wizard',
      jit: true,
      oidc: { preset: 'keycloak', issuer: `${provider.issuer}/.well-known/openid-configuration`, clientId: 'st0r' },
    });
    expect(made.body).toMatchObject({ state: 'draft', oidc: { issuer: provider.issuer } });
    const path = `/sign-in-connections/${String(made.body.id)}`;
    const connection = { id: String(made.body.id) } as Parameters<typeof aMapping>[2]['connection'];
    await keeper.post(`${path}/secrets`, { name: 'client_secret', value: 'x' });
    await aMapping(world, keeper, { connection, group: 'ops', organisation: acme, role: 'helpdesk' });
    const visitor = new Traveller(world.nobody(), connection.id);
    const test = async (person: Record<string, unknown>, mischief = {}) => {
      const started = await keeper.post(`${path}/tests`);
      expect(started.status, started.text).toBe(201);
      expect((await keeper.get(`${path}/tests/${String(started.body.id)}`)).body.state).toBe('pending');
      visitor.jar = jarOf(started.headers);
      const to = await visitor.comeBack(provider.signIn(String(started.body.location), person, mischief));
      return { to, outcome: (await keeper.get(`${path}/tests/${String(started.body.id)}`)).body, id: started.body.id };
    };
    for (const headers of [{}, { 'www-authenticate': 'Basic realm="contoso"' }]) {
      const refused = await test({}, { answer: { status: 401, body: '{"error":"invalid_client"}', headers } });
      expect(refused.to).toBe('/sso/done?result=refused');
      expect(refused.outcome).toMatchObject({
        state: 'refused',
        reason: 'client_refused',
        pointer: '/oidc/clientSecret',
      });
    }
    expect((await keeper.post(`${path}/enable`)).body.code).toBe('connection.untested');
    const passed = await test({ sub: 'w1', email: 'wiz@contoso.example', groups: ['ops', 'x'], department: 'IT' });
    expect(passed.to).toBe('/sso/done?result=ok');
    expect(passed.outcome).toMatchObject({
      state: 'passed',
      claims: { department: 'IT' },
      email: 'wiz@contoso.example',
      groups: ['ops', 'x'],
      person: 'new',
      roles: [{ group: 'ops', organisation: { name: 'Acme' }, role: { name: 'Helpdesk' } }],
      secondFactorThere: false,
    });
    expect(await world.sql("SELECT id FROM user_account WHERE email = 'wiz@contoso.example'")).toEqual([]);
    expect(visitor.jar['__Host-at']).toBeUndefined();
    const other = await world.person({ platformAdmin: true });
    expect((await other.get(`${path}/tests/${String(passed.id)}`)).body.state).toBe('gone');
    expect((await keeper.patch(path, { oidc: { groupsClaim: 'roles' } })).body.health.tested).toBe(false);
    expect((await keeper.post(`${path}/enable`)).body.code).toBe('connection.untested');
    await test({ sub: 'w1' });
    expect((await keeper.post(`${path}/enable`)).body).toMatchObject({ state: 'enabled', health: { tested: true } });
    expect((await world.nobody().get('/auth/connections')).body).toContainEqual({
      id: connection.id,
      kind: 'oidc',
      label: 'Wizard',
    });
    expect((await keeper.post(`${path}/archive`)).body.code).toBe('connection.enabled');
    expect((await keeper.post(`${path}/disable`)).body.state).toBe('disabled');
    expect((await world.nobody().post(`/auth/connections/${connection.id}/start`, {})).status).toBe(404);
  });
});

describe('the sign-in page', () => {
  it('is told the connection of a domain, the same for people who exist and people who do not', async () => {
    const connection = await anOidcConnection(
      world,
      { issuer: provider.issuer },
      { buttonShown: false, name: 'Hidden' },
    );
    await keeper.patch(`/sign-in-connections/${connection.id}`, { domains: ['hidden.example'] });
    const proof = aProof({ email: 'real@hidden.example' });
    await enter(world, connection, proof);
    const look = async (email: string) => (await world.nobody().post('/auth/connections/lookup', { email })).text;
    expect(await look('real@hidden.example')).toBe(await look('nobody@hidden.example'));
    expect(JSON.parse(await look(' Real@HIDDEN.example '))).toMatchObject({
      connection: { label: 'Hidden' },
      enforced: false,
    });
    expect(JSON.parse(await look('x@elsewhere.example'))).toEqual({ connection: null, enforced: false });
    const offered = await world.nobody().get('/auth/connections');
    expect(JSON.stringify(offered.body)).not.toContain('Hidden');
  });
});
