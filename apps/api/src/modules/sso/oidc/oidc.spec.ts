import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProviderVisitor } from '../../../../test/providers/visitor';
import { HostileProvider } from '../../../../test/providers/hostile-provider';
import { RealProvider } from '../../../../../../tools/providers/real-provider.mjs';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { aMapping, browser } from '../sso.fixture';
import { LOOPBACK, Traveller, anOidcConnection, lastReason } from './oidc.fixture';

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

const userOf = async (email: string): Promise<string> =>
  (await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [email]))[0]?.id ?? '';

describe('signing in with a certified provider', () => {
  it('O01 uses code, PKCE, state and nonce, records how, gives the mapped role, and A09 forgets the session at sign-out', async () => {
    const people = [
      { login: 'anna', email: 'anna@contoso.example', name: 'Anna', groups: ['techs'], amr: ['pwd', 'mfa'] },
    ];
    const real = await RealProvider.start(people);
    const connection = await anOidcConnection(
      world,
      { issuer: real.issuer, clientId: real.clientId, scopes: ['openid', 'profile', 'email', 'groups'] },
      { mfaTrusted: true },
    );
    const redirectUri = `${LOOPBACK.PUBLIC_URL}/api/v1/auth/sso/${connection.id}/callback`;
    await real.register({ redirectUri });
    await keeper.post(`/sign-in-connections/${connection.id}/secrets`, {
      name: 'client_secret',
      value: real.clientSecret,
    });
    await aMapping(world, keeper, { connection, group: 'techs', organisation: acme, role: 'technician' });
    const visitor = new Traveller(world.nobody(), connection.id);
    const location = await visitor.leave('/o/acme/assets');
    const asked = new URL(location).searchParams;
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256']);
    const back = await new ProviderVisitor().signIn(location, 'anna', redirectUri);
    expect(await visitor.comeBack(back.searchParams)).toBe('/o/acme/assets');
    const me = await world.nobody().get('/me', browser(visitor.jar));
    expect(me.body).toMatchObject({ email: 'anna@contoso.example', sessionScope: 'full' });
    expect(me.body.organisations).toMatchObject([{ slug: acme.slug }]);
    const [session] = await world.sql<{ amr: string }>('SELECT amr FROM session WHERE user_id = ?', [me.body.id]);
    expect(session?.amr).toEqual(['sso', 'mfa']);
    expect(
      (await world.nobody().post('/auth/logout', {}, browser(visitor.jar))).headers['clear-site-data'],
    ).toBeTruthy();
    expect((await world.nobody().get('/me', browser(visitor.jar))).status).toBe(401);
    await real.stop();
  });
});

describe('Entra ID', () => {
  const tenant = '11111111-2222-4333-8444-555555555555';
  const foreign = '99999999-2222-4333-8444-555555555555';

  it('O08 is one tenant and one object id: no other tenant, no address and no renamed user gets in or gets linked', async () => {
    const entra = await HostileProvider.start(`/${tenant}/v2.0`);
    const oidc = { preset: 'entra', tenantId: tenant, authority: entra.origin, graph: entra.origin } as const;
    const connection = await anOidcConnection(world, oidc, { mfaTrusted: true });
    const go = (person: Record<string, unknown>) => new Traveller(world.nobody(), connection.id).signIn(entra, person);
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>(
      'SELECT email FROM user_account WHERE id = ?',
      [keeper.id],
    );
    const admin = { sub: 's', oid: 'a1', tid: foreign, email, preferred_username: email, amr: ['mfa'] };
    expect(await go(admin)).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('tenant_wrong');
    expect(await go({ ...admin, tid: tenant })).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('email_taken');
    expect(await world.sql('SELECT 1 FROM external_identity WHERE user_id = ?', [keeper.id])).toEqual([]);
    const person = {
      sub: 'pairwise-1',
      oid: 'b2',
      tid: tenant,
      email: undefined,
      preferred_username: 'bea@contoso.example',
      amr: ['mfa'],
    };
    expect(await go(person)).toBe('/');
    const bea = await userOf('bea@contoso.example');
    expect(await go({ ...person, sub: 'pairwise-2', preferred_username: email, name: 'Renamed' })).toBe('/');
    const identities = await world.sql('SELECT user_id, subject FROM external_identity WHERE subject LIKE ?', ['%|b2']);
    expect(identities).toEqual([{ user_id: bea, subject: `${tenant}|b2` }]);
    expect(await go({ ...person, oid: undefined })).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('claim_missing');
    await entra.stop();
  });

  it('asks Graph for more groups than a token holds, or refuses; it never takes a part for the whole', async () => {
    const entra = await HostileProvider.start(`/${tenant}/v2.0`);
    const oidc = { preset: 'entra', tenantId: tenant, authority: entra.origin, graph: entra.origin } as const;
    const connection = await anOidcConnection(world, oidc, { mfaTrusted: true });
    const path = `/sign-in-connections/${connection.id}`;
    await aMapping(world, keeper, { connection, group: 'g-201', organisation: acme, role: 'auditor' });
    const person = { sub: 'x', oid: 'c3', tid: tenant, email: 'cas@contoso.example', amr: ['mfa'], groups: undefined };
    const overflow = {
      ...person,
      _claim_names: { groups: 'src1' },
      _claim_sources: { src1: { endpoint: 'https://x' } },
    };
    const go = () => new Traveller(world.nobody(), connection.id).signIn(entra, overflow);
    expect(await go()).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('groups_incomplete');
    expect((await keeper.patch(path, { oidc: { groupOverflow: 'graph' } })).status).toBe(200);
    const json =
      (value: unknown, status = 200) =>
      (response: { writeHead: Function }) =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    entra.answers.set(`/${tenant}/oauth2/v2.0/token`, json({ access_token: 'graph-token' }));
    entra.answers.set('/v1.0/users/c3/getMemberGroups', json({ error: {} }, 403));
    expect(await go()).toMatch(/refused=failed/);
    const health = (await keeper.get(path)).body.health;
    expect(health).toMatchObject({
      problemCode: 'groups_incomplete',
      problem: expect.stringContaining('GroupMember.Read.All'),
    });
    entra.answers.set(
      '/v1.0/users/c3/getMemberGroups',
      json({ value: Array.from({ length: 300 }, (_, at) => `g-${at}`) }),
    );
    expect(await go()).toBe('/');
    const roles = await world.sql(
      'SELECT r.template FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = ?',
      [await userOf('cas@contoso.example')],
    );
    expect(roles).toEqual([{ template: 'auditor' }]);
    await entra.stop();
  });
});

describe('a provider that is not what it should be', () => {
  const check = async (oidc: Parameters<typeof anOidcConnection>[1]) => {
    const { id } = await anOidcConnection(world, oidc);
    return (await keeper.post(`/sign-in-connections/${id}/check`)).body;
  };

  it('O11 is not called at an inside address, not followed elsewhere and not read without end', async () => {
    const wanted: [string, string][] = [
      ['https://169.254.169.254/latest', 'blocked'],
      ['https://10.0.0.1', 'blocked'],
      ['https://[::1]:8443', 'blocked'],
      ['http://10.0.0.1', 'address'],
      [`http://localhost:${new URL(provider.origin).port}`, 'address'],
    ];
    for (const [issuer, reason] of wanted)
      expect(await check({ issuer }), issuer).toMatchObject({ works: false, reason });
    const odd = await HostileProvider.start();
    const answers: [string, string][] = [
      ['redirected', 'redirected'],
      ['too_large', 'too_large'],
    ];
    odd.answers.set('/.well-known/openid-configuration', (response) => {
      if (answers[0]?.[0] === 'redirected')
        return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(`{"x":"${'x'.repeat(10_000_000)}"}`);
    });
    expect(await check({ issuer: odd.issuer })).toMatchObject({ reason: 'redirected' });
    answers.shift();
    expect(await check({ issuer: odd.issuer })).toMatchObject({ reason: 'too_large' });
    odd.answers.clear();
    odd.metadata = { jwks_uri: 'https://169.254.169.254/keys' };
    expect(await check({ issuer: odd.issuer })).toMatchObject({ reason: 'blocked' });
    await odd.stop();
  });

  it('is described in a sentence that names the setting and the way out', async () => {
    const odd = await HostileProvider.start();
    const says = async (metadata: Record<string, unknown>) => {
      odd.metadata = metadata;
      return check({ issuer: odd.issuer });
    };
    expect(await says({ issuer: `${odd.issuer}/` })).toMatchObject({
      reason: 'issuer_mismatch',
      sentence: `The provider calls itself ${odd.issuer}/. Enter exactly that as the issuer.`,
      pointer: '/oidc/issuer',
    });
    expect(await says({ token_endpoint: 'javascript:alert(1)' })).toMatchObject({
      reason: 'malformed',
      sentence: expect.stringContaining('token_endpoint'),
    });
    expect(await says({ authorization_endpoint: 7 })).toMatchObject({ reason: 'malformed' });
    expect(await says({ id_token_signing_alg_values_supported: ['HS256'] })).toMatchObject({
      reason: 'algorithm_refused',
    });
    expect(await check({ issuer: `${odd.issuer}/elsewhere` })).toMatchObject({
      reason: 'not_found',
      sentence: expect.stringContaining('also its path'),
    });
    odd.metadata = {};
    odd.answers.set('/jwks', (response) => void response.writeHead(200).end('<html>'));
    expect(await check({ issuer: odd.issuer })).toMatchObject({
      reason: 'malformed',
      sentence: expect.stringContaining('signing keys'),
    });
    await odd.stop();
    expect(await check({ issuer: odd.issuer })).toMatchObject({ works: false, reason: 'unreachable' });
    expect(await check({ issuer: 'https://no-such-name.invalid' })).toMatchObject({ works: false });
  });

  it('that is away costs the person one sentence with a number, and no word about why', async () => {
    const gone = await HostileProvider.start();
    const connection = await anOidcConnection(world, { issuer: gone.issuer });
    await gone.stop();
    const answer = await world.nobody().post(`/auth/connections/${connection.id}/start`, {});
    expect([answer.status, answer.body.code]).toEqual([503, 'connection.away']);
    expect(answer.text).not.toMatch(/127\.0\.0\.1|reach/);
    expect(await lastReason(world, connection)).toBe('unreachable');
  });
});
