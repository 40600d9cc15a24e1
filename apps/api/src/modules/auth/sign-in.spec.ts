import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHeader, codeAt, cookies } from '../../../test/signing-in';
import { aWorld, type World } from '../../../test/world';
import { Passwords } from './passwords/passwords';
import { SessionKeeper } from './sessions/session-keeper';
import { Setup } from './setup/setup.service';

const PASSWORD = 'four quiet otters swim';

describe('setting up, signing in and out', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('A17 lets the first person in with the one-time token only, and only once', async () => {
    const nobody = world.nobody();
    expect((await nobody.get('/setup/state')).body).toEqual({ open: true });
    const token = await world.inside(() => world.app.get(Setup).link());
    const input = {
      token,
      email: 'owner@provider.test',
      name: 'Olga Owner',
      password: PASSWORD,
      organisation: { name: 'Provider GmbH' },
    };
    expect((await nobody.post('/setup', { ...input, token: 'x'.repeat(43) })).status).toBe(410);
    const weak = await nobody.post('/setup', { ...input, password: 'password1234' });
    expect(weak.body.errors[0]?.pointer).toBe('/password');
    expect((await nobody.post('/setup', input)).status).toBe(204);
    expect((await nobody.post('/setup', input)).status).toBe(410);
    expect((await nobody.get('/setup/state')).body).toEqual({ open: false });
    expect(await world.events({ action: 'user.created' })).toHaveLength(1);
  });

  it('T02 T07 asks for a second factor before anything else, then accepts each code once', async () => {
    const nobody = world.nobody();
    const signedIn = await nobody.post('/auth/login', { email: 'OWNER@provider.test', password: PASSWORD });
    expect(signedIn.body).toEqual({ state: 'enrolment_required' });
    const jar = cookies(signedIn.headers);
    const headers = { cookie: asHeader(jar), 'x-msp': '1' };
    expect((await nobody.get('/organisations', headers)).body.code).toBe('session.enrolment_required');
    const begun = await nobody.post('/auth/totp/enrolment', undefined, headers);
    expect(begun.status).toBe(200);
    const secret = String(begun.body.secret);
    const wrong = await nobody.post('/auth/totp/enrolment/confirm', { codes: ['000000', '000001'] }, headers);
    expect(wrong.body.errors[0]?.pointer).toBe('/codes/0');
    const confirmed = await nobody.post(
      '/auth/totp/enrolment/confirm',
      { codes: [codeAt(secret, -1), codeAt(secret)] },
      headers,
    );
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    const me = await nobody.get('/me', headers);
    expect(me.body.organisations[0]?.permissions).toHaveLength(42);

    const again = await nobody.post('/auth/login', { email: 'owner@provider.test', password: PASSWORD });
    expect(again.body).toEqual({ state: 'totp_required' });
    const pending = { cookie: asHeader(cookies(again.headers)), 'x-msp': '1' };
    const code = codeAt(secret, 1);
    const parallel = await Promise.all(Array.from({ length: 5 }, () => nobody.post('/auth/totp', { code }, pending)));
    expect(parallel.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(parallel.filter((answer) => answer.status === 401)).toHaveLength(4);
    const recovery = String(confirmed.body.recoveryCodes[0]);
    await world.sql('DELETE FROM sign_in_slowdown');
    expect((await nobody.post('/auth/totp', { recoveryCode: recovery }, pending)).status).toBe(200);
    expect((await nobody.post('/auth/totp', { recoveryCode: recovery }, pending)).status).toBe(401);
    await world.sql('DELETE FROM sign_in_slowdown');
  });

  it('U14 gives one answer to every failed sign-in and writes each down as a failure', async () => {
    const nobody = world.nobody();
    const unknown = await nobody.post('/auth/login', { email: 'nobody@provider.test', password: PASSWORD });
    const wrong = await nobody.post('/auth/login', { email: 'owner@provider.test', password: 'wrong wrong wrong' });
    const { requestId: _a, ...first } = unknown.body;
    const { requestId: _b, ...second } = wrong.body;
    expect(unknown.status).toBe(401);
    expect(second).toEqual(first);
    const events = await world.events({ action: 'session.sign_in_failed' });
    expect(events.map((event) => event['outcome'])).not.toContain('success');
    expect(JSON.stringify(events)).not.toContain('wrong wrong wrong');
  });

  it('A03 ends the family when a used refresh token comes back, and A09 forgets a session at sign-out', async () => {
    const person = await world.person();
    const { refreshToken } = await world.inside(() =>
      world.app.get(SessionKeeper).issue({ userId: person.id, scope: 'full', interactive: false, amr: ['pwd'] }),
    );
    const nobody = world.nobody();
    const renewed = await nobody.post('/auth/token/refresh', { refreshToken });
    expect(renewed.status).toBe(200);
    const bearer = { authorization: `Bearer ${String(renewed.body.accessToken)}` };
    expect((await nobody.get('/me', bearer)).status).toBe(200);
    expect((await nobody.post('/auth/token/refresh', { refreshToken })).status).toBe(401);
    expect((await nobody.get('/me', bearer)).body.code).toBe('session.revoked');
    expect(await world.events({ action: 'session.refresh_reused' })).toHaveLength(1);

    expect((await person.post('/auth/logout')).status).toBe(204);
    expect((await person.get('/me')).status).toBe(401);
  });

  it('A11 refuses two proofs at once, and a request another site could have sent', async () => {
    const person = await world.person();
    expect((await person.get('/me', { authorization: 'Bearer x.y.z' })).body.code).toBe('auth.two_proofs');
    const { 'x-msp': _header, ...withoutHeader } = person.identity;
    const forged = await world.nobody().post('/auth/logout', {}, withoutHeader);
    expect(forged.body.code).toBe('request.cross_site');
    const cross = await person.post('/auth/logout', {}, { 'sec-fetch-site': 'cross-site' });
    expect(cross.body.code).toBe('request.cross_site');
  });
});

describe('who may do what', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('A05 takes a right away with the very next request', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const tech = await world.person({ roles: [[acme, 'technician']] });
    expect((await tech.get(`/organisations/${acme.id}`)).status).toBe(200);
    const memberships = await owner.get(`/memberships?org=${acme.slug}&user=${tech.id}`);
    const id = String(memberships.body.data[0]?.id);
    expect((await owner.post(`/memberships/${id}/archive`)).status).toBe(200);
    expect((await tech.get(`/organisations/${acme.id}`)).status).toBe(403);
  });

  it('R13 shows a platform administrator without a role nothing, until they enter in the open', async () => {
    const zenith = await world.organisation('Zenith');
    const admin = await world.person({ platformAdmin: true });
    expect((await admin.get(`/organisations/${zenith.id}`)).status).toBe(403);
    expect(
      (await admin.get('/organisations/directory')).body.map(
        (one: { name: string; template?: string; pointer?: string; permission?: string }) => String(one.name),
      ),
    ).toContain('Zenith');
    expect(
      (await admin.post('/self-grants', { organisationId: zenith.id, reason: 'Owner left the company' })).status,
    ).toBe(204);
    expect((await admin.get(`/organisations/${zenith.id}`)).status).toBe(200);
    const [event] = await world.events({ action: 'membership.self_granted' });
    expect(event?.['details']).toMatchObject({ reason: 'Owner left the company' });
  });

  it('R14 refuses granting more than one holds, granting to oneself and removing the last owner', async () => {
    const acme = await world.organisation('Acme R14');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const admin = await world.person({ roles: [[acme, 'org_admin']] });
    const other = await world.person();
    const roles = await owner.get('/roles?limit=50');
    const ownerRole = roles.body.data.find((role: { template: string }) => String(role.template) === 'owner');
    const grant = { organisationId: acme.id, userId: other.id, roleId: String(ownerRole?.id) };
    expect((await admin.post('/memberships', grant)).body.code).toBe('role.beyond_own');
    expect((await owner.post('/memberships', { ...grant, userId: owner.id })).body.code).toBe('membership.own');
    expect((await owner.post('/memberships', grant)).status).toBe(201);
    const first = await owner.get(`/memberships?org=${acme.slug}&user=${other.id}`);
    expect((await owner.post(`/memberships/${String(first.body.data[0]?.id)}/archive`)).status).toBe(200);
    const own = await owner.get(`/memberships?org=${acme.slug}&user=${owner.id}`);
    expect((await owner.post(`/memberships/${String(own.body.data[0]?.id)}/archive`)).body.code).toBe('membership.own');
  });

  it('invites a person with a link that is shown once, and explains what they may do', async () => {
    const acme = await world.organisation('Acme Invite');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const roles = await owner.get('/roles?limit=50');
    const role = roles.body.data.find(
      (one: { name: string; template?: string; pointer?: string; permission?: string }) =>
        String(one.template) === 'technician',
    );
    const invited = await owner.post('/invitations', {
      email: 'tech@acme.test',
      name: 'Tina Tech',
      organisationId: acme.id,
      roleId: String(role?.id),
    });
    expect(invited.status).toBe(201);
    const token = String(invited.body.link).split('/').at(-1);
    const nobody = world.nobody();
    expect((await nobody.get(`/auth/links/${token}`)).body).toEqual({
      kind: 'invitation',
      email: 'tech@acme.test',
      name: 'Tina Tech',
    });
    expect((await nobody.post('/auth/login', { email: 'tech@acme.test', password: PASSWORD })).status).toBe(401);
    expect((await nobody.post(`/auth/links/${token}`, { password: PASSWORD })).status).toBe(204);
    expect((await nobody.post(`/auth/links/${token}`, { password: PASSWORD })).status).toBe(410);
    expect((await nobody.post('/auth/login', { email: 'tech@acme.test', password: PASSWORD })).body).toEqual({
      state: 'enrolment_required',
    });
    const why = await owner.get(`/users/${String(invited.body.userId)}/access?org=${acme.slug}`);
    expect(
      why.body.find(
        (one: { name: string; template?: string; pointer?: string; permission?: string }) =>
          String(one.permission) === 'vault.secret.reveal',
      )?.through,
    ).toEqual(['Technician']);
    const { errors } = (
      await owner.post('/invitations', { email: 'nonsense', name: '', organisationId: acme.id, roleId: 'x' })
    ).body;
    expect(
      errors
        .map((one: { name: string; template?: string; pointer?: string; permission?: string }) => String(one.pointer))
        .sort(),
    ).toEqual(['/email', '/name', '/roleId']);
  });

  it('A10 asks for a fresh proof before roles change, and accepts it for that class of act only', async () => {
    const acme = await world.organisation('Acme Step');
    const stale = await world.person({ roles: [[acme, 'owner']], signedInMinutesAgo: 20 });
    const other = await world.person();
    const roles = await stale.get('/roles?limit=50');
    const role = roles.body.data.find(
      (one: { name: string; template?: string; pointer?: string; permission?: string }) =>
        String(one.template) === 'technician',
    );
    const grant = { organisationId: acme.id, userId: other.id, roleId: String(role?.id) };
    const refused = await stale.post('/memberships', grant);
    expect(refused.body).toMatchObject({ code: 'step_up.required', params: { class: 'roles' } });
    expect((await stale.post('/auth/step-up', { class: 'reveal', password: 'wrong' })).body.errors[0]?.pointer).toBe(
      '/password',
    );
    await world.inside(() => world.app.get(Passwords).set(stale.id, PASSWORD, { words: [] }));
    expect((await stale.post('/auth/step-up', { class: 'reveal', password: PASSWORD })).status).toBe(204);
    expect((await stale.post('/memberships', grant)).body.code).toBe('step_up.required');
    expect((await stale.post('/auth/step-up', { class: 'roles', password: PASSWORD })).status).toBe(204);
    expect((await stale.post('/memberships', grant)).status).toBe(201);
  });
});

describe('an account that is switched off', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('A06 ends with the next request, and comes back as what it was', async () => {
    const admin = await world.person({ platformAdmin: true });
    const person = await world.person();
    await world.inside(() => world.app.get(Passwords).set(person.id, PASSWORD, { words: [] }));
    expect((await person.get('/me')).status).toBe(200);
    expect((await admin.patch(`/users/${person.id}`, { state: 'disabled' })).body.state).toBe('disabled');
    expect((await person.get('/me')).status).toBe(401);
    expect((await admin.patch(`/users/${person.id}`, { state: 'active' })).body.state).toBe('active');
    expect((await person.get('/me')).body.code).toBe('session.revoked');

    const invited = await world.person();
    await admin.patch(`/users/${invited.id}`, { state: 'disabled' });
    expect((await admin.patch(`/users/${invited.id}`, { state: 'active' })).body.state).toBe('invited');
    expect((await admin.patch(`/users/${admin.id}`, { state: 'disabled' })).body.code).toBe('user.own');
  });

  it('names the person in the event of a sign-in', async () => {
    const person = await world.person({ name: 'Nadia Named' });
    await world.inside(() => world.app.get(Passwords).set(person.id, PASSWORD, { words: [] }));
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>(
      'SELECT email FROM user_account WHERE id = ?',
      [person.id],
    );
    expect((await world.nobody().post('/auth/login', { email, password: PASSWORD })).status).toBe(200);
    const [event] = await world.events({ targetId: person.id, action: 'session.signed_in' });
    expect(event).toMatchObject({ actor_type: 'user', actor_id: person.id, actor_name: 'Nadia Named' });
  });
});
