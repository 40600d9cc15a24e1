import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostileProvider } from '../../../../test/providers/hostile-provider';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { Passwords, Totp } from '../../auth';
import { aConnection, aMapping, aProof, browser, enter } from '../sso.fixture';
import { LOOPBACK, Traveller, anOidcConnection, jarOf, lastReason } from './oidc.fixture';

let world: World;
let provider: HostileProvider;
let keeper: Person;
let acme: TestOrganisation;
beforeAll(async () => {
  // Nobody listens there: mails are queued, and that is looked at.
  world = await aWorld({ ...LOOPBACK, SMTP_URL: 'smtp://127.0.0.1:1' });
  provider = await HostileProvider.start();
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
afterAll(async () => {
  await provider.stop();
  await world.close();
});

describe('linking and unlinking', () => {
  it('is done by the person with a fresh proof, and by nobody through an address', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer }, { jit: false });
    const person = await world.person();
    const stale = await world.person({ signedInMinutesAgo: 6 });
    const input = { connectionId: connection.id };
    expect((await stale.post('/me/identities', input)).body).toMatchObject({
      code: 'step_up.required',
      params: { class: 'factor' },
    });
    const visitor = new Traveller(world.nobody(), connection.id);
    const started = await person.post('/me/identities', input);
    visitor.jar = jarOf(started.headers);
    const own = { sub: 'link-1', email: 'link@contoso.example' };
    expect(await visitor.comeBack(provider.signIn(String(started.body.location), own))).toBe('/me/account?linked=yes');
    const [identity] = (await person.get('/me/identities')).body;
    expect(identity).toMatchObject({ connection: connection.name, email: 'link@contoso.example' });
    expect(await visitor.signIn(provider, own)).toBe('/login/enrol');
    const [event] = await world.events({ targetId: person.id, action: 'user.identity_linked' });
    expect(event).toMatchObject({ actor_id: person.id, details: { via: connection.name, by: 'self' } });
    const thief = await world.person();
    const again = await thief.post('/me/identities', input);
    visitor.jar = jarOf(again.headers);
    expect(await visitor.comeBack(provider.signIn(String(again.body.location), own))).toMatch(
      /^\/me\/account\?refused=failed/,
    );
    expect(await lastReason(world, connection)).toBe('identity_taken');
    expect((await person.delete(`/me/identities/${String(identity.id)}`)).body.code).toBe('identity.last_way');
  });

  it('is done by an administrator for somebody who waits; unlinking ends sessions and roles', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer }, { jit: false, mfaTrusted: true });
    await aMapping(world, keeper, { connection, group: '*', organisation: acme, role: 'portal' });
    const visitor = new Traveller(world.nobody(), connection.id);
    const own = { sub: 'wait-1', email: 'wait@contoso.example', amr: ['mfa'] };
    expect(await visitor.signIn(provider, own)).toMatch(/refused=failed/);
    const waiting = await keeper.get(`/identities?connection=${connection.id}&user[null]=true`);
    expect(waiting.body.data).toMatchObject([{ email: 'wait@contoso.example', userId: null }]);
    const id = String(waiting.body.data[0].id);
    const person = await world.person();
    expect((await keeper.post(`/identities/${id}/link`, { userId: person.id })).body.user.id).toBe(person.id);
    expect(await visitor.signIn(provider, own)).toBe('/');
    expect((await world.nobody().get('/me', browser(visitor.jar))).body.organisations).toHaveLength(1);
    expect((await keeper.post(`/identities/${id}/link`, { userId: keeper.id })).body.code).toBe('identity.taken');
    expect((await keeper.post(`/identities/${id}/unlink`)).body.userId).toBeNull();
    expect((await world.nobody().get('/me', browser(visitor.jar))).body.code).toBe('session.revoked');
    expect((await person.get('/me')).body.organisations).toEqual([]);
    expect((await person.get('/identities')).status).toBe(403);
    // The holder of the account is told, whoever did it, and of the sign-in in between, in a browser nobody knew.
    const told = await world.sql<{ template: string }>(
      'SELECT m.template FROM mail m JOIN user_account u ON u.email = m.recipient WHERE u.id = ?',
      [person.id],
    );
    expect(told).toEqual(Array.from({ length: 3 }, () => ({ template: 'account' })));
  });
});

describe('a fresh proof at the provider', () => {
  it('asks for a new sign-in and counts for the same person, afterwards, in the same session, for one class of act', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer }, { mfaTrusted: true });
    const own = { sub: 'step-1', email: 'step@contoso.example', amr: ['mfa'] };
    const visitor = new Traveller(world.nobody(), connection.id);
    await visitor.signIn(provider, own);
    const session = browser(visitor.jar);
    const me = String((await world.nobody().get('/me', session)).body.id);
    await world.sql('UPDATE user_account SET platform_admin = 1 WHERE id = ?', [me]);
    await world.sql('UPDATE session SET authenticated_at = authenticated_at - INTERVAL 1 HOUR WHERE user_id = ?', [me]);
    const act = () => world.nobody().patch(`/sign-in-connections/${connection.id}`, { position: 7 }, session);
    expect((await act()).body.code).toBe('step_up.required');
    expect((await world.nobody().get('/auth/own-connection', session)).body).toEqual({
      name: connection.name,
      provesPresence: true,
      provesFactor: true,
      localProof: false,
    });
    const prove = async (person: Record<string, unknown>) => {
      const started = await world.nobody().post('/auth/own-connection/step-up', { class: 'sign_in' }, session);
      const location = new URL(String(started.body.location));
      expect([location.searchParams.get('prompt'), location.searchParams.get('max_age')]).toEqual(['login', '0']);
      visitor.jar = jarOf(started.headers);
      return visitor.comeBack(provider.signIn(location.href, person));
    };
    const seconds = Math.floor(Date.now() / 1000);
    for (const [person, reason] of [
      [{ ...own, auth_time: seconds - 3600 }, 'login_not_fresh'],
      [own, 'login_not_fresh'],
      [{ ...own, sub: 'somebody else', auth_time: seconds }, 'other_person'],
      [{ ...own, amr: ['pwd'], auth_time: seconds }, 'factor_missing'],
    ] as const) {
      expect(await prove(person)).toBe('/sso/done?result=refused');
      expect(await lastReason(world, connection)).toBe(reason);
    }
    expect((await act()).body.code).toBe('step_up.required');
    expect(await prove({ ...own, auth_time: seconds })).toBe('/sso/done?result=ok');
    expect((await act()).status).toBe(200);
    expect((await world.nobody().post('/me/identities', { connectionId: connection.id }, session)).body.code).toBe(
      'step_up.required',
    );
    const [event] = await world.events({ targetId: me, action: 'session.stepped_up' });
    expect(event).toMatchObject({ actor_id: me, details: { class: 'sign_in', via: connection.name } });
  });

  it('does not stand for the password of the account here, while that counts', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer }, { mfaTrusted: true });
    const own = { sub: 'step-4', email: 'step4@contoso.example', amr: ['mfa'] };
    const visitor = new Traveller(world.nobody(), connection.id);
    await visitor.signIn(provider, own);
    const session = browser(visitor.jar);
    const me = String((await world.nobody().get('/me', session)).body.id);
    const ask = (name: string) => world.nobody().post('/auth/own-connection/step-up', { class: name }, session);
    const early = await ask('factor');
    expect(early.status).toBe(200);
    await world.inside(() => world.app.get(Passwords).set(me, 'nine loud herons wade', { words: [] }));
    expect((await world.nobody().get('/auth/own-connection', session)).body).toMatchObject({
      ...{ provesPresence: true, provesFactor: false, localProof: true },
    });
    const refused = await ask('factor');
    expect([refused.status, refused.body.code]).toEqual([409, 'step_up.not_there']);
    expect((await ask('reveal')).status).toBe(200);
    // Begun before there was a password: looked at again on the way back.
    visitor.jar = jarOf(early.headers);
    const fresh = { ...own, auth_time: Math.floor(Date.now() / 1000) };
    const back = await visitor.comeBack(provider.signIn(String(early.body.location), fresh));
    expect([back, await lastReason(world, connection)]).toEqual(['/sso/done?result=refused', 'factor_missing']);
    expect((await world.nobody().post('/me/email-change', { email: 'step5@new.example' }, session)).body.code).toBe(
      'step_up.required',
    );
  });

  it('counts for nothing when it comes back while somebody looks with the rights of a colleague', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer }, { mfaTrusted: true });
    const own = { sub: 'step-3', email: 'step3@contoso.example', amr: ['mfa'] };
    const visitor = new Traveller(world.nobody(), connection.id);
    await visitor.signIn(provider, own);
    const session = browser(visitor.jar);
    const me = String((await world.nobody().get('/me', session)).body.id);
    const started = await world.nobody().post('/auth/own-connection/step-up', { class: 'reveal' }, session);
    const { id: organisation } = await world.organisation('Looked At Ltd');
    await world.sql(
      `INSERT INTO sight (session_id, user_id, organisation_id, role_id, until)
       SELECT s.id, s.user_id, ?, (SELECT id FROM role LIMIT 1), UTC_TIMESTAMP(6) + INTERVAL 10 MINUTE FROM session s WHERE s.user_id = ?`,
      [organisation, me],
    );
    visitor.jar = jarOf(started.headers);
    const fresh = { ...own, auth_time: Math.floor(Date.now() / 1000) };
    const back = await visitor.comeBack(provider.signIn(String(started.body.location), fresh));
    expect([back, await lastReason(world, connection)]).toEqual(['/sso/done?result=refused', 'other_person']);
    expect(await world.events({ targetId: me, action: 'session.stepped_up' })).toEqual([]);
  });

  it('is no way round a second factor of ours, and none for a local session', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer });
    const visitor = new Traveller(world.nobody(), connection.id);
    await visitor.signIn(provider, { sub: 'step-2', email: 'step2@contoso.example' });
    const me = String((await world.nobody().get('/me', browser(visitor.jar))).body.id);
    await world.inside(() => world.app.get(Totp).begin(me, 'x'));
    await world.sql("UPDATE user_totp SET state = 'active' WHERE user_id = ?", [me]);
    await world.sql("UPDATE session SET scope = 'full' WHERE user_id = ?", [me]);
    const refused = await world
      .nobody()
      .post('/auth/own-connection/step-up', { class: 'reveal' }, browser(visitor.jar));
    expect(refused.body.code).toBe('step_up.not_there');
    const local = await world.person();
    expect((await local.get('/auth/own-connection')).body).toEqual({
      name: null,
      provesPresence: false,
      provesFactor: false,
      localProof: false,
    });
    expect((await local.post('/auth/own-connection/step-up', { class: 'reveal' })).status).toBe(409);
  });
});

describe('signing out', () => {
  it('can go on to the provider, with the token it wants to see', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer, signOutThere: true });
    const visitor = new Traveller(world.nobody(), connection.id);
    await visitor.signIn(provider, { sub: 'out-1', email: 'out@contoso.example' });
    const answer = await world.nobody().get('/auth/own-connection/sign-out', browser(visitor.jar));
    const url = new URL(String(answer.body.location));
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/logout`);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe('https://st0r.test/login');
    expect(url.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
    const rows = JSON.stringify(await world.sql('SELECT HEX(provider_hint) AS h FROM sign_in_entry'));
    expect(rows).not.toContain(
      Buffer.from(url.searchParams.get('id_token_hint') ?? '')
        .toString('hex')
        .toUpperCase()
        .slice(0, 60),
    );
    expect((await keeper.get('/auth/own-connection/sign-out')).body).toEqual({ location: null });
  });

  it('at the provider ends the sessions here: token checked, once, never an ID token', async () => {
    const connection = await anOidcConnection(world, { issuer: provider.issuer }, { mfaTrusted: true });
    // A browser each: signing in again with the same one ends the session it brought along.
    const signIn = async (sid: string) => {
      const visitor = new Traveller(world.nobody(), connection.id);
      await visitor.signIn(provider, { sub: 'bc-1', email: 'bc@contoso.example', sid, amr: ['mfa'] });
      return browser(visitor.jar);
    };
    const [first, other] = [await signIn('s-1'), await signIn('s-2')];
    const iat = Math.floor(Date.now() / 1000);
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const order = { iss: provider.issuer, aud: 'st0r', iat, jti: 'j-1', events, sid: 's-1' };
    const tell = async (claims: Record<string, unknown>, typ = 'logout+jwt') => {
      const token = await provider.sign(claims, { typ });
      const response = await world.app.inject({
        method: 'POST',
        url: `/api/v1/auth/sso/${connection.id}/backchannel-logout`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ logout_token: token }).toString(),
      });
      return response.statusCode;
    };
    const alive = async (session: Record<string, string>) => (await world.nobody().get('/me', session)).status;
    for (const [claims, typ] of [
      [order, 'JWT'],
      [{ ...order, nonce: 'n' }],
      [{ ...order, events: undefined }],
      [{ ...order, aud: 'other' }],
      [{ ...order, iss: 'https://evil.example' }],
      [{ ...order, iat: iat - 900 }],
      [{ ...order, sid: undefined }],
      [{ ...order, jti: undefined }],
    ] as const)
      expect(await tell(JSON.parse(JSON.stringify(claims)) as Record<string, unknown>, typ)).toBe(400);
    expect([await alive(first), await alive(other)]).toEqual([200, 200]);
    expect(await tell(order)).toBe(200);
    expect([await alive(first), await alive(other)]).toEqual([401, 200]);
    expect(await tell(order)).toBe(400);
    const { sid: _sid, ...everywhere } = { ...order, jti: 'j-2', sub: 'bc-1' };
    expect(await tell(everywhere)).toBe(200);
    expect(await alive(other)).toBe(401);
    const ended = await world.events({ action: 'session.ended_by_provider' });
    expect(ended.map((event) => (event['details'] as { sessions: number }).sessions)).toEqual([1, 1]);
    const json = await world.nobody().post(`/auth/sso/${connection.id}/backchannel-logout`, { logout_token: 'x' });
    expect(json.status).toBe(400);
  });

  it('of a whole connection comes with disabling it', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    const { jar } = await enter(world, connection, aProof({ amr: ['mfa'] }));
    expect((await world.nobody().get('/me', browser(jar))).status).toBe(200);
    expect((await keeper.post(`/sign-in-connections/${connection.id}/disable`)).status).toBe(200);
    expect((await world.nobody().get('/me', browser(jar))).body.code).toBe('session.revoked');
  });
});
