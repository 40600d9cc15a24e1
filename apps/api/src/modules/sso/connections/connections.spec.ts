import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../../test/world';
import { Passwords, Totp } from '../../auth';
import { Repositories } from '../../../platform/database';
import { aConnection } from '../sso.fixture';
import { ConnectionHealth } from './connection-health';
import { ConnectionSecrets } from './connection-secrets';
import { SignInConnectionEntity } from './sign-in-connection.entity';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await aWorld();
  keeper = await world.person({ platformAdmin: true });
});
afterAll(() => world.close());

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
    const passkey =
      'INSERT INTO user_passkey (id, user_id, name, credential_id, public_key, counter, transports, synced, created_at)';
    await world.sql(`${passkey} VALUES (UUID(), ?, 'Phone', 'id', 'key', 0, '[]', 0, NOW(6))`, [admin.id]);
    expect((await keeper.post('/break-glass-accounts', { userId: admin.id })).status).toBe(204);
    await world.sql('DELETE FROM user_passkey WHERE user_id = ?', [admin.id]);
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
    await keeper.patch('/settings/sign-in', { requireMfa: 'listed' });
    await world.sql(
      `${passkey} VALUES ('018f0000-0000-7000-8000-000000000001', ?, 'Phone', 'id', 'key', 0, '[]', 0, NOW(6))`,
      [admin.id],
    );
    await world.sql("UPDATE user_totp SET state = 'pending' WHERE user_id = ?", [admin.id]);
    const removed = await admin.delete('/me/passkeys/018f0000-0000-7000-8000-000000000001');
    expect([removed.status, removed.body.code]).toEqual([409, 'break_glass.last']);
    await world.sql("UPDATE user_totp SET state = 'active' WHERE user_id = ?", [admin.id]);
    await world.sql('DELETE FROM user_passkey WHERE user_id = ?', [admin.id]);
    await keeper.patch('/settings/sign-in', { requireMfa: 'everyone' });
    expect((await signIn(admin)).body).toEqual({ state: 'totp_required' });
    expect((await keeper.post(`${path}/disable`)).body.state).toBe('disabled');
    expect((await signIn(person)).status).toBe(200);
    // What is enforced comes back with the connection, so the way back has to be there by then.
    expect((await keeper.delete(`/break-glass-accounts/${admin.id}`)).status).toBe(204);
    await world.inside(async () => {
      const now = await world.app.get(Repositories).house(SignInConnectionEntity).get(connection.id);
      await world.app.get(ConnectionHealth).noteTest(now);
    });
    expect((await keeper.post(`${path}/enable`)).body.code).toBe('break_glass.missing');
    expect((await keeper.post('/break-glass-accounts', { userId: admin.id })).status).toBe(204);
    expect((await keeper.post(`${path}/enable`)).body.state).toBe('enabled');
    expect((await signIn(person)).status).toBe(401);
  });

  it('closes it for confirming acts as well', async () => {
    const person = await world.person();
    await world.inside(() => world.app.get(Passwords).set(person.id, PASSWORD, { words: [] }));
    await world.sql("UPDATE user_account SET email = 'paula@closed.test' WHERE id = ?", [person.id]);
    const connection = await aConnection(world);
    await keeper.patch(`/sign-in-connections/${connection.id}`, { domains: ['closed.test'] });
    const confirm = () => person.post('/auth/step-up', { class: 'users', password: PASSWORD });
    const ways = async (name: string) => (await person.get(`/auth/step-up/${name}`)).body;
    expect((await confirm()).status).toBe(204);
    expect(await ways('users')).toEqual({ password: true, code: false, passkey: false });
    await world.sql("UPDATE sign_in_domain SET enforced_from = NOW(6) WHERE domain = 'closed.test'");
    expect((await confirm()).body.errors[0].pointer).toBe('/password');
    // Nor is anybody asked for it: not alone, and not beside a factor.
    for (const name of ['users', 'factor'])
      expect(await ways(name), name).toEqual({ password: false, code: false, passkey: false });
    await world.inside(() => world.app.get(Totp).begin(person.id, 'x'));
    await world.sql("UPDATE user_totp SET state = 'active' WHERE user_id = ?", [person.id]);
    expect(await ways('factor')).toEqual({ password: false, code: true, passkey: false });
    await world.sql("DELETE FROM sign_in_domain WHERE domain = 'closed.test'");
    expect(await ways('factor')).toEqual({ password: true, code: true, passkey: false });
    expect(await ways('users')).toEqual({ password: false, code: true, passkey: false });
  });
});

describe('secrets of a connection', () => {
  it.each([
    ['oidc', 'client-secret', { issuer: 'https://login.contoso.example' }, { issuer: 'https://elsewhere.example' }],
    ['ldap', 'bind-password', { host: 'dc1.contoso.example' }, { host: 'elsewhere.example', port: 443 }],
  ] as const)('of the kind %s stay behind when it is pointed elsewhere', async (kind, name, here, there) => {
    const made = await keeper.post('/sign-in-connections', { kind, name: `Moving ${kind}`, [kind]: here });
    const path = `/sign-in-connections/${String(made.body.id)}`;
    await keeper.post(`${path}/secrets`, { name: name.replace('-', '_'), value: 'only for here' });
    expect((await keeper.patch(path, { name: `Moved ${kind}`, [kind]: here })).body.secretsHeld).toEqual([name]);
    const moved = await keeper.patch(path, { [kind]: there });
    expect(moved.body.secretsHeld).toEqual([]);
    const opened = world.inside(() => world.app.get(ConnectionSecrets).open(String(made.body.id), name));
    expect(await opened).toBeUndefined();
    const events = await world.events({ targetId: String(made.body.id), action: 'sso.connection.updated' });
    expect(events.at(-1)?.['changes']).toMatchObject({ secrets: 'changed' });
    expect((await keeper.post(`${path}/check`)).body.code).not.toBe('ok');
  });

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
