import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { createApp } from '../../create-app';
import { RequestContext } from '../../platform/context';
import { Passwords, Totp } from '../auth';
import { OneUse } from './entering/one-use';
import { returnPath } from './entering/return-path';
import { SignInAttempts } from './entering/sign-in-attempts';
import { aConnection, aMapping, aProof, browser, enter, reasonOf } from './sso.fixture';

let world: World;
let second: NestFastifyApplication;
let keeper: Person;
let acme: TestOrganisation;
beforeAll(async () => {
  world = await aWorld();
  second = await createApp({ settings: world.settings });
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
afterAll(async () => {
  await second.close();
  await world.close();
});

const onSecond = <T>(work: () => Promise<T>): Promise<T> =>
  second.get(RequestContext).run({ requestId: 'second-node', ip: null, userAgent: null }, work);

const membershipsOf = (userId: string): Promise<{ role: string; source: string; live: number }[]> =>
  world.sql(
    'SELECT r.template AS role, m.source, m.archived_at IS NULL AS live FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = ? ORDER BY r.template',
    [userId],
  );

describe('coming in through a connection', () => {
  it('O10 makes an account without any role for somebody unknown, and asks them for a second factor', async () => {
    const connection = await aConnection(world);
    const proof = aProof();
    const { step, jar } = await enter(world, connection, proof);
    expect(step).toBe('enrolment_required');
    const me = await world.nobody().get('/me', browser(jar));
    expect(me.body).toMatchObject({ email: proof.email, sessionScope: 'enrolment', organisations: [] });
    expect(await membershipsOf(String(me.body.id))).toEqual([]);
    expect(await enter(world, connection, proof)).toMatchObject({ step: 'enrolment_required' });
    expect(await world.sql('SELECT 1 FROM user_account WHERE email = ?', [proof.email])).toHaveLength(1);
    const [event] = await world.events({ targetId: String(me.body.id), action: 'session.signed_in' });
    expect(event).toMatchObject({ actor_id: me.body.id, details: { amr: ['sso'], via: connection.name } });
  });

  it('never takes an e-mail address for an identity: the person waits for an administrator', async () => {
    const connection = await aConnection(world);
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>(
      'SELECT email FROM user_account WHERE id = ?',
      [keeper.id],
    );
    const proof = aProof({ email });
    expect(await reasonOf(enter(world, connection, proof))).toBe('email_taken');
    const [waiting] = await world.sql('SELECT user_id, email FROM external_identity WHERE subject = ?', [
      proof.subject,
    ]);
    expect(waiting).toEqual({ user_id: null, email });
    const shy = await aConnection(world, { jit: false });
    expect(await reasonOf(enter(world, shy, aProof()))).toBe('identity_unknown');
    expect(await reasonOf(enter(world, connection, aProof({ email: null })))).toBe('email_missing');
  });

  it('refuses a disabled account, a draft and a connection that is off', async () => {
    const connection = await aConnection(world);
    const proof = aProof();
    await enter(world, connection, proof);
    const [user] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [proof.email]);
    expect((await keeper.patch(`/users/${user?.id}`, { state: 'disabled' })).status).toBe(200);
    expect(await reasonOf(enter(world, connection, proof))).toBe('account_disabled');
    for (const state of ['draft', 'disabled'] as const)
      expect(await reasonOf(enter(world, await aConnection(world, { state }), aProof()))).toBe('connection_off');
  });

  it('O09 believes the provider about a second factor only where it is trusted and says so', async () => {
    const doubted = await aConnection(world);
    const trusted = await aConnection(world, { mfaTrusted: true, mfaAmr: ['mfa'], mfaAcr: ['c1'] });
    expect((await enter(world, doubted, aProof({ amr: ['mfa'], acr: ['c1'] }))).step).toBe('enrolment_required');
    expect((await enter(world, trusted, aProof({ amr: ['pwd'] }))).step).toBe('enrolment_required');
    expect((await enter(world, trusted, aProof({ amr: ['pwd', 'mfa'] }))).step).toBe('signed_in');
    expect((await enter(world, trusted, aProof({ acr: ['c1'] }))).step).toBe('signed_in');
    const proof = aProof({ amr: ['pwd', 'mfa'] });
    const { jar } = await enter(world, trusted, proof);
    const me = await world.nobody().get('/me', browser(jar));
    await world.inside(() => world.app.get(Totp).begin(String(me.body.id), 'test'));
    await world.sql("UPDATE user_totp SET state = 'active' WHERE user_id = ?", [me.body.id]);
    expect((await enter(world, trusted, proof)).step).toBe('signed_in');
    const owing = await enter(world, trusted, { ...proof, amr: ['pwd'] });
    expect([owing.step, Object.keys(owing.jar)]).toEqual(['totp_required', ['__Host-mfa']]);
  });

  it('A01 opens a new session each time, whatever cookies were there before', async () => {
    const connection = await aConnection(world, { mfaTrusted: true });
    const proof = aProof({ amr: ['mfa'] });
    const jars = [await enter(world, connection, proof), await enter(world, connection, proof)].map(({ jar }) => jar);
    expect(jars[0]?.['__Host-rt']).not.toBe(jars[1]?.['__Host-rt']);
    const sessions = await world.nobody().get('/auth/sessions', browser(jars[1] ?? {}));
    expect(sessions.body).toHaveLength(2);
  });
});

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

describe('a sign-in under way', () => {
  const start = async () => {
    const connection = await aConnection(world);
    const started = await world.inside(() =>
      world.app.get(SignInAttempts).start({ connectionId: connection.id, purpose: 'sign_in', returnTo: '/o/acme' }),
    );
    return { connection, started, state: started.value('state') };
  };

  it('O02 comes back once, in its own browser, to its own connection, on whichever node', async () => {
    const { connection, started, state } = await start();
    const other = await aConnection(world);
    const attempts = world.app.get(SignInAttempts);
    const claim = (id: string, ...rest: [string | undefined, string | undefined]) =>
      reasonOf(world.inside(() => attempts.claim(id, ...rest)));
    expect(await claim(connection.id, undefined, started.secret)).toBe('attempt_unknown');
    expect(await claim(connection.id, state, undefined)).toBe('attempt_unknown');
    expect(await claim(connection.id, `${state.slice(1)}x`, started.secret)).toBe('attempt_unknown');
    expect(await claim(connection.id, state, 'another browser')).toBe('attempt_unknown');
    expect(await claim(other.id, state, started.secret)).toBe('attempt_unknown');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        at % 2
          ? claim(connection.id, state, started.secret)
          : reasonOf(onSecond(() => second.get(SignInAttempts).claim(connection.id, state, started.secret))),
      ),
    );
    expect(answers.filter((one) => one === 'not refused')).toHaveLength(1);
    expect(answers.filter((one) => one === 'attempt_unknown')).toHaveLength(9);
  });

  it('is over after ten minutes, and leaves nothing in the database that could finish it', async () => {
    const { connection, started, state } = await start();
    const rows = await world.sql('SELECT * FROM sign_in_attempt WHERE id = ?', [started.id]);
    const text = JSON.stringify(rows) + rows.map((row) => (row['state_hash'] as Buffer).toString('latin1')).join('');
    for (const value of [started.secret, state, started.value('nonce'), started.value('verifier')])
      expect(text).not.toContain(value);
    await world.sql('UPDATE sign_in_attempt SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?', [
      started.id,
    ]);
    expect(
      await reasonOf(world.inside(() => world.app.get(SignInAttempts).claim(connection.id, state, started.secret))),
    ).toBe('attempt_unknown');
  });

  it('brings an assertion once, on whichever node', async () => {
    const until = new Date(Date.now() + 60_000);
    const first = world.app.get(OneUse);
    const claims = await Promise.all([
      world.inside(() => first.claim('test', 'a1', until)),
      onSecond(() => second.get(OneUse).claim('test', 'a1', until)),
      world.inside(() => first.claim('test', 'a1', until)),
    ]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await world.inside(() => first.claim('other', 'a1', until))).toBe(true);
  });

  it.each([
    ['/o/acme/assets?q=a%20b', '/o/acme/assets?q=a%20b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/%2f%2fevil.example', '/'],
    ['/%252fevil.example', '/'],
    ['/%5cevil.example', '/'],
    ['\\\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/\tevil', '/'],
    ['/a\r\nset-cookie: x', '/'],
    ['/%', '/'],
    [`/${'a'.repeat(3000)}`, '/'],
    [null, '/'],
  ])('O12 returns from %j to %s', (wanted, path) => {
    expect(returnPath(wanted)).toBe(path);
  });
});

describe('a domain whose people sign in through a connection only', () => {
  const PASSWORD = 'four quiet otters swim';

  it('closes the local password with the one answer, and never for a break-glass account', async () => {
    const connection = await aConnection(world, { state: 'disabled' });
    const path = `/sign-in-connections/${connection.id}`;
    expect((await keeper.patch(path, { domains: ['Example.Test'] })).body.domains).toEqual([
      { domain: 'example.test', enforcedFrom: null },
    ]);
    const person = await world.person();
    const admin = await world.person({ platformAdmin: true });
    for (const { id } of [person, admin])
      await world.inside(() => world.app.get(Passwords).set(id, PASSWORD, { words: [] }));
    const signIn = async ({ id }: { id: string }, typed = (email: string) => email) => {
      const [row] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [id]);
      await world.sql('DELETE FROM sign_in_slowdown');
      return world.nobody().post('/auth/login', { email: typed(row?.email ?? ''), password: PASSWORD });
    };
    const enforce = (from: string | null) => keeper.post(`${path}/enforcement`, { domain: 'example.test', from });
    const now = new Date().toISOString();
    expect((await enforce(now)).body.code).toBe('connection.off');
    await world.sql("UPDATE sign_in_connection SET state = 'enabled' WHERE id = ?", [connection.id]);
    expect((await enforce(now)).body.code).toBe('break_glass.missing');
    expect((await keeper.post('/break-glass-accounts', { userId: admin.id })).body.code).toBe('break_glass.unfit');
    await world.inside(() => world.app.get(Totp).begin(admin.id, 'admin'));
    await world.sql("UPDATE user_totp SET state = 'active' WHERE user_id = ?", [admin.id]);
    expect((await keeper.post('/break-glass-accounts', { userId: admin.id })).status).toBe(204);
    const known = (await keeper.get('/break-glass-accounts')).body as unknown as { userId: string }[];
    expect(known.find(({ userId }) => userId === admin.id)).toMatchObject({ chosen: true, works: true });
    expect((await enforce(new Date(Date.now() + 86_400_000).toISOString())).status).toBe(200);
    expect((await signIn(person)).status).toBe(200);
    expect((await enforce(now)).status).toBe(200);
    const refused = await signIn(person);
    const unknown = await world.nobody().post('/auth/login', { email: 'nobody@elsewhere.test', password: PASSWORD });
    expect([refused.status, { ...refused.body, requestId: '' }]).toEqual([401, { ...unknown.body, requestId: '' }]);
    const failures = await world.events({ targetId: person.id, action: 'session.sign_in_failed' });
    expect(failures.at(-1)?.['details']).toMatchObject({ reason: 'password_closed' });
    // The database finds this address as well; it is another spelling of a closed one, and opens nothing.
    for (const odd of ['\u0001', '\u00ad', '\u200b'])
      expect((await signIn(person, (email) => email.replace('@', `@${odd}`))).status).toBe(401);
    expect((await signIn(admin)).body).toEqual({ state: 'totp_required' });
    expect((await keeper.delete(`/break-glass-accounts/${admin.id}`)).body.code).toBe('break_glass.last');
    // Nor does it go any other way: whoever disabled it would lock everybody out on the day the provider is away.
    for (const [method, act, body] of [
      ['patch', '', { state: 'disabled' }],
      ['patch', '', { platformAdmin: false }],
      ['post', '/reset-mfa', undefined],
      ['post', '/offboarding', undefined],
    ] as const) {
      const answer = await keeper[method](`/users/${admin.id}${act}`, body);
      expect([answer.status, answer.body.code], `${method} ${act}`).toEqual([409, 'break_glass.last']);
    }
    expect((await signIn(admin)).body).toEqual({ state: 'totp_required' });
    expect((await keeper.post(`${path}/disable`)).body.state).toBe('disabled');
    expect((await signIn(person)).status).toBe(200);
  });
});

describe('secrets of a connection', () => {
  it('go in sealed, never come out, and every change of them asks for a new test', async () => {
    const made = await keeper.post('/sign-in-connections', {
      kind: 'oidc',
      name: 'Contoso',
      oidc: { preset: 'entra', tenantId: '11111111-2222-3333-4444-555555555555', clientId: 'abc' },
    });
    expect(made.body).toMatchObject({ state: 'draft', missing: ['The client secret.'], health: { tested: false } });
    const path = `/sign-in-connections/${String(made.body.id)}`;
    const stored = await keeper.post(`${path}/secrets`, { name: 'client_secret', value: 'sup3r-s3cret-value' });
    expect(stored.body).toMatchObject({ secretsHeld: ['client-secret'], missing: [] });
    expect(stored.text).not.toContain('sup3r');
    expect((await keeper.post(`${path}/secrets`, { name: 'bind_password', value: 'x' })).status).toBe(400);
    const rows = await world.sql<{ sealed: Buffer }>('SELECT sealed FROM sign_in_connection_secret');
    expect(rows.some(({ sealed }) => sealed.toString('latin1').includes('sup3r'))).toBe(false);
    const [event] = await world.events({ action: 'sso.connection.secret_stored' });
    expect(event?.['changes']).toEqual({ 'client-secret': 'changed' });
    expect((await keeper.post(`${path}/enable`)).body.code).toBe('connection.untested');
    for (const tenantId of ['common', 'organizations', 'contoso.onmicrosoft.com']) {
      const { errors } = (await keeper.patch(path, { oidc: { tenantId } })).body;
      expect(errors[0].pointer).toBe('/oidc/tenantId');
    }
    const nobody = await world.person();
    expect((await nobody.get('/sign-in-connections')).status).toBe(403);
    const stale = await world.person({ platformAdmin: true, signedInMinutesAgo: 20 });
    expect((await stale.patch(path, { name: 'x' })).body).toMatchObject({
      code: 'step_up.required',
      params: { class: 'sign_in' },
    });
  });
});
