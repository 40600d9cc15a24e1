import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { createApp } from '../../create-app';
import { RequestContext } from '../../platform/context';
import { Totp } from '../auth';
import { OneUse } from './entering/one-use';
import { returnPath } from './entering/return-path';
import { SignInAttempts } from './entering/sign-in-attempts';
import { aConnection, aProof, browser, enter, reasonOf } from './sso.fixture';

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

  it('ends the invitation link of somebody who came in by it', async () => {
    const connection = await aConnection(world);
    const proof = aProof();
    const [role] = await world.sql<{ id: string }>("SELECT id FROM role WHERE template = 'technician'");
    const body = { email: 'guest@acme.test', name: 'Guest', organisationId: acme.id, roleId: role?.id };
    const { userId, link } = (await keeper.post('/invitations', body)).body as { userId: string; link: string };
    await enter(world, connection, proof);
    await world.sql('UPDATE external_identity SET user_id = ? WHERE connection_id = ? AND subject = ?', [
      userId,
      connection.id,
      proof.subject,
    ]);
    await enter(world, connection, proof);
    expect(await world.sql('SELECT state FROM user_account WHERE id = ?', [userId])).toEqual([{ state: 'active' }]);
    expect((await world.nobody().get(`/auth/links/${link.split('/').at(-1) ?? ''}`)).status).toBe(410);
  });

  it('lets nobody in who was off-boarded with the identity they had, not even as somebody new', async () => {
    const connection = await aConnection(world, { jit: true });
    const proof = aProof();
    await enter(world, connection, proof);
    const [user] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [proof.email]);
    expect((await keeper.post(`/users/${user?.id}/offboarding`)).body).toMatchObject({ identities: 1 });
    const another = { ...proof, email: `new.${proof.email}` };
    expect(await reasonOf(enter(world, connection, another))).toBe('account_disabled');
    expect(await world.sql('SELECT id FROM user_account WHERE email = ?', [another.email])).toEqual([]);
  });

  it('cuts a name that is too long, and makes no account for what is no address', async () => {
    const connection = await aConnection(world);
    const long = aProof({ name: 'Connie '.repeat(40) });
    await enter(world, connection, long);
    const [user] = await world.sql<{ name: string }>('SELECT name FROM user_account WHERE email = ?', [long.email]);
    expect(user?.name).toHaveLength(120);
    for (const email of ['connie', `${'c'.repeat(250)}@contoso.example`])
      expect(await reasonOf(enter(world, connection, aProof({ email })))).toBe('email_missing');
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
