import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHeader, codeAt, cookies } from '../../../../test/signing-in';
import { SoftAuthenticator, type Bends } from '../../../../test/soft-authenticator';
import { aWorld, type Person, type World } from '../../../../test/world';
import { PasswordHash } from '../passwords/password-hash';
import { Slowdown } from '../sign-in/slowdown';
import { Totp } from '../totp/totp';

const ORIGIN = 'https://st0r.test';
const PASSWORD = 'four quiet otters swim';

let world: World;
let hash: string;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_URL: ORIGIN });
  hash = await world.app.get(PasswordHash).hash(PASSWORD);
});
afterAll(() => world.close());

/** Adds a passkey to an account through the door. */
async function enrol(person: Person, device = new SoftAuthenticator(ORIGIN), name = 'My phone') {
  const begun = await person.post('/me/passkeys/enrolment');
  const made = await person.post('/me/passkeys', { name, made: device.make(begun.body.options) });
  expect([begun.status, made.status]).toEqual([200, 201]);
  return { device, passkey: made.body as { id: string; name: string } };
}

/** The options somebody at the sign-in page gets. */
const challenge = async (): Promise<object> => (await world.nobody().post('/auth/passkeys/challenge')).body.options;
const signIn = (passkey: object) => world.nobody().post('/auth/passkeys/sign-in', { passkey });

async function tryToEnter(device: SoftAuthenticator, bends: Bends = {}) {
  return signIn(device.answer(await challenge(), bends));
}

const reasons = async (userId: string): Promise<unknown[]> =>
  (await world.events({ targetId: userId, action: 'session.sign_in_failed' })).map(
    ({ details }) => (details as { reason: string }).reason,
  );

async function withPassword(person: Person): Promise<string> {
  await world.sql('INSERT INTO user_password (user_id, hash, changed_at) VALUES (?, ?, NOW(6))', [person.id, hash]);
  const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [person.id]);
  return String(user?.email);
}

async function withCodes(person: Person): Promise<string> {
  const secret = await world.inside(async () => {
    const totp = world.app.get(Totp);
    const begun = await totp.begin(person.id, person.name);
    await totp.confirm(person.id, [codeAt(begun.secret, -1), codeAt(begun.secret)]);
    return begun.secret;
  });
  await world.sql('UPDATE user_totp SET last_step = 0 WHERE user_id = ?', [person.id]);
  return secret;
}

describe('signing in with a passkey', () => {
  it('needs no name and no password, and counts as two factors', async () => {
    const person = await world.person();
    const { device } = await enrol(person);
    const entered = await tryToEnter(device);
    expect([entered.status, entered.body]).toEqual([200, { state: 'signed_in' }]);
    const headers = { cookie: asHeader(cookies(entered.headers)), 'x-msp': '1' };
    const me = await world.nobody().get('/me', headers);
    expect(me.body).toMatchObject({ id: person.id, sessionScope: 'full', mfa: { passkeys: 1, totp: false } });
    const [event] = await world.events({ targetId: person.id, action: 'session.signed_in' });
    expect(event?.['details']).toEqual({ amr: ['passkey', 'mfa'] });
  });

  it('T10 refuses an answer made for another page, for another host, or without a check of the person', async () => {
    const person = await world.person();
    const { device } = await enrol(person);
    for (const bends of [{ origin: 'https://st0r.test.evil.example' }, { host: 'evil.example' }, { verified: false }]) {
      const { status, body } = await tryToEnter(device, bends);
      expect([status, body.code]).toEqual([401, 'passkey.refused']);
    }
    expect(await reasons(person.id)).toEqual(['passkey_origin', 'passkey_host', 'passkey_unverified']);
    expect((await tryToEnter(device)).status).toBe(200);
  });

  it('T10 takes each challenge once, from whoever answers first, and only challenges of its own', async () => {
    const { device } = await enrol(await world.person());
    const answer = device.answer(await challenge());
    const all = await Promise.all(Array.from({ length: 5 }, () => signIn(answer)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
    const invented = Buffer.alloc(52, 7).toString('base64url');
    expect((await tryToEnter(device, { challenge: invented })).status).toBe(401);
    const wrong = await challenge();
    expect((await signIn(device.answer(wrong, { origin: 'https://evil.example' }))).status).toBe(401);
    expect((await signIn(device.answer(wrong))).status).toBe(401);
  });

  it('T10 refuses a copy of a key, and says so in the log', async () => {
    const person = await world.person();
    const { device } = await enrol(person, new SoftAuthenticator(ORIGIN, 10));
    expect((await tryToEnter(device)).status).toBe(200);
    expect((await tryToEnter(device, { counter: 11 })).status).toBe(401);
    expect((await tryToEnter(device, { counter: 3 })).status).toBe(401);
    expect(await world.events({ targetId: person.id, action: 'user.passkey_cloned' })).toHaveLength(2);
    expect((await tryToEnter(device)).status).toBe(200);
  });

  it('T10 raises no alarm for a forged counter that nobody signed', async () => {
    const person = await world.person();
    const { device } = await enrol(person, new SoftAuthenticator(ORIGIN, 10));
    const stranger = new SoftAuthenticator(ORIGIN, 1);
    const forged = { ...stranger.answer(await challenge()), id: device.id };
    expect((await signIn({ ...forged, userHandle: null })).status).toBe(401);
    expect(await reasons(person.id)).toEqual(['passkey_signature']);
    expect(await world.events({ targetId: person.id, action: 'user.passkey_cloned' })).toHaveLength(0);
  });

  it('refuses the passkey of a disabled account, and one that belongs to nobody, with the same words', async () => {
    const person = await world.person();
    const { device } = await enrol(person);
    await world.sql("UPDATE user_account SET state = 'disabled' WHERE id = ?", [person.id]);
    const { requestId: _a, ...disabled } = (await tryToEnter(device)).body;
    const { requestId: _b, ...unknown } = (await tryToEnter(new SoftAuthenticator(ORIGIN))).body;
    expect(unknown).toEqual(disabled);
    const garbage = { ...device.answer(await challenge()), authenticatorData: 'AAAA', clientDataJSON: 'AAAA' };
    expect((await signIn(garbage)).body.code).toBe('passkey.refused');
  });

  it('is open while the password is slowed down', async () => {
    const person = await world.person();
    const email = await withPassword(person);
    const { device } = await enrol(person);
    for (let n = 0; n < 7; n += 1)
      await world.inside(() => world.app.get(Slowdown).failed({ of: 'password', account: email, ip: null }));
    expect((await world.nobody().post('/auth/login', { email, password: PASSWORD })).status).toBe(401);
    expect((await tryToEnter(device)).status).toBe(200);
    await world.sql('DELETE FROM sign_in_slowdown');
  });
});

describe('a passkey over GraphQL', () => {
  it('is shown to its owner alone, without anything an authenticator could use', async () => {
    const person = await world.person();
    const { passkey } = await enrol(person);
    const asked = await person.graphql('{ passkeys { id name synced createdAt lastUsedAt } }');
    expect(asked.body.data.passkeys).toEqual((await person.get('/me/passkeys')).body);
    expect(asked.body.data.passkeys).toMatchObject([{ id: passkey.id }]);
    const other = await (await world.person()).graphql('{ passkeys { id } }');
    expect(other.body.data.passkeys).toEqual([]);
    const fields = await person.graphql('{ __type(name: "Passkey") { fields { name } } }');
    const names = (fields.body.data?.__type?.fields ?? []).map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual(['createdAt', 'id', 'lastUsedAt', 'name', 'synced']);
  });
});

describe('a passkey beside a password', () => {
  it('is the second factor of whoever has one, and nobody else’s will do', async () => {
    const person = await world.person();
    const email = await withPassword(person);
    const { device } = await enrol(person);
    const { device: other } = await enrol(await world.person());
    const begun = await world.nobody().post('/auth/login', { email, password: PASSWORD });
    expect(begun.body).toEqual({ state: 'totp_required' });
    const pending = { cookie: asHeader(cookies(begun.headers)), 'x-msp': '1' };
    expect((await world.nobody().get('/auth/second-factor', pending)).body).toEqual({ totp: false, passkey: true });
    const strange = await world.nobody().post('/auth/totp', { passkey: other.answer(await challenge()) }, pending);
    expect(strange.status).toBe(401);
    const done = await world.nobody().post('/auth/totp', { passkey: device.answer(await challenge()) }, pending);
    expect(done.body).toEqual({ state: 'signed_in' });
    const token = await world.nobody().post('/auth/token', { email, password: PASSWORD });
    expect([token.status, token.body.code]).toEqual([401, 'auth.passkey_needed']);
  });

  it('proves presence for a sensitive act, for this session only, and with the password where the account changes', async () => {
    const person = await world.person({ signedInMinutesAgo: 0 });
    await withPassword(person);
    const { device, passkey } = await enrol(person);
    await world.sql('UPDATE session SET authenticated_at = authenticated_at - INTERVAL 1 HOUR WHERE id = ?', [
      person.sessionId,
    ]);
    const rename = () => person.patch(`/me/passkeys/${passkey.id}`, { name: 'Key ring' });
    expect((await rename()).body.code).toBe('step_up.required');
    const ownChallenge = async (): Promise<object> => (await person.post('/me/passkeys/challenge')).body.options;
    const stepUp = async (more: object, options: object) =>
      person.post('/auth/step-up', { class: 'factor', passkey: device.answer(options), ...more });
    expect((await stepUp({}, await ownChallenge())).body.errors[0].pointer).toBe('/password');
    expect((await stepUp({ password: PASSWORD }, await challenge())).status).toBe(401);
    expect((await stepUp({ password: PASSWORD }, await ownChallenge())).status).toBe(204);
    expect((await rename()).body.name).toBe('Key ring');
  });
});

describe('the passkeys of an account', () => {
  it('are several, each with a name, and the last one stays where a second factor is demanded', async () => {
    const person = await world.person();
    const { passkey: first } = await enrol(person);
    const { passkey: second } = await enrol(person, new SoftAuthenticator(ORIGIN), 'Key ring');
    expect((await person.get('/me/passkeys')).body.map(({ name }: { name: string }) => name)).toEqual([
      'My phone',
      'Key ring',
    ]);
    expect((await (await world.person()).delete(`/me/passkeys/${first.id}`)).status).toBe(404);
    expect((await person.delete(`/me/passkeys/${first.id}`)).status).toBe(204);
    expect((await person.delete(`/me/passkeys/${second.id}`)).body.code).toBe('passkey.last');
    expect(await world.events({ targetId: person.id, action: 'user.passkey_removed' })).toHaveLength(1);
  });

  it('refuses a passkey made elsewhere, made before, or without a check of the person', async () => {
    const person = await world.person();
    const begin = async (): Promise<object> => (await person.post('/me/passkeys/enrolment')).body.options;
    const add = (made: object) => person.post('/me/passkeys', { name: 'x', made });
    const device = new SoftAuthenticator(ORIGIN);
    for (const bends of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }])
      expect((await add(device.make(await begin(), bends))).body.errors[0].pointer).toBe('/made');
    const made = device.make(await begin());
    expect((await add(made)).status).toBe(201);
    expect((await add(made)).status).toBe(400);
    expect((await add(device.make(await begin()))).body.code).toBe('passkey.taken');
  });

  it('go with a lost second factor', async () => {
    const admin = await world.person({ platformAdmin: true });
    const person = await world.person();
    const { device } = await enrol(person);
    expect((await admin.post(`/users/${person.id}/reset-mfa`)).status).toBe(204);
    expect((await tryToEnter(device)).status).toBe(401);
  });
});

describe('the rule that administrators and owners show a passkey', () => {
  it('is made by somebody who has one, and then holds for codes and for new sign-ins', async () => {
    const admin = await world.person({ platformAdmin: true });
    const rule = (requirePasskey: string) => admin.patch('/settings/sign-in', { requirePasskey });
    expect((await rule('administrators')).body.errors[0].pointer).toBe('/requirePasskey');
    const { device } = await enrol(admin);
    const email = await withPassword(admin);
    const secret = await withCodes(admin);
    expect((await rule('administrators')).status).toBe(200);

    const begun = await world.nobody().post('/auth/login', { email, password: PASSWORD });
    const pending = { cookie: asHeader(cookies(begun.headers)), 'x-msp': '1' };
    expect((await world.nobody().get('/auth/second-factor', pending)).body).toEqual({ totp: false, passkey: true });
    const byCode = await world.nobody().post('/auth/totp', { code: codeAt(secret) }, pending);
    expect(byCode.body.code).toBe('auth.passkey_needed');
    expect((await tryToEnter(device)).body.state).toBe('signed_in');
    const confirmed = await admin.post('/auth/step-up', { class: 'users', code: codeAt(secret) });
    expect(confirmed.body.errors[0].pointer).toBe('/passkey');

    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const owned = await withPassword(owner);
    const ownerSecret = await withCodes(owner);
    const first = await world.nobody().post('/auth/login', { email: owned, password: PASSWORD });
    const half = { cookie: asHeader(cookies(first.headers)), 'x-msp': '1' };
    const coded = await world.nobody().post('/auth/totp', { code: codeAt(ownerSecret) }, half);
    expect(coded.body.state).toBe('enrolment_required');
    await world.sql('UPDATE user_totp SET last_step = 0 WHERE user_id = ?', [owner.id]);
    const program = { email: owned, password: PASSWORD, code: codeAt(ownerSecret) };
    expect((await world.nobody().post('/auth/token', program)).body.code).toBe('auth.passkey_needed');
    const session = { cookie: asHeader(cookies(coded.headers)), 'x-msp': '1' };
    expect((await world.nobody().get('/organisations', session)).body.code).toBe('session.enrolment_required');
    const begin = await world.nobody().post('/me/passkeys/enrolment', {}, session);
    const made = new SoftAuthenticator(ORIGIN).make(begin.body.options);
    expect((await world.nobody().post('/me/passkeys', { name: 'Laptop', made }, session)).status).toBe(201);
    expect((await world.nobody().get('/organisations', session)).status).toBe(200);
    expect((await rule('nobody')).status).toBe(200);
  });
});
