import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asHeader, codeAt, cookies } from '../../../test/signing-in';
import { aWorld, type Person, type World } from '../../../test/world';
import lock from '../../schema/permissions.lock.json';
import { PasswordHash } from './passwords/password-hash';
import { Totp } from './totp/totp';

const PASSWORD = 'four quiet otters swim';

/** A person with a password and an authenticator, and what an attacker would like to know. */
interface Account {
  person: Person;
  email: string;
  secret: string;
  recoveryCodes: string[];
}

let world: World;
/** The same password for everybody: hashing it is slow on purpose. */
let hash: string;
beforeAll(async () => {
  world = await aWorld();
  hash = await world.app.get(PasswordHash).hash(PASSWORD);
});
afterAll(() => world.close());
beforeEach(() => world.sql('DELETE FROM sign_in_slowdown'));

async function anAccount(): Promise<Account> {
  const person = await world.person();
  const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [person.id]);
  await world.sql('INSERT INTO user_password (user_id, hash, changed_at) VALUES (?, ?, NOW(6))', [person.id, hash]);
  const enrolled = await world.inside(async () => {
    const totp = world.app.get(Totp);
    const { secret } = await totp.begin(person.id, person.name);
    return { secret, recoveryCodes: await totp.confirm(person.id, [codeAt(secret, -1), codeAt(secret)]) };
  });
  await forgetCodes(person.id);
  return { person, email: String(user?.email), ...enrolled };
}

/** The present code is as good as new, so that nobody has to wait for the next one. */
const forgetCodes = (userId: string): Promise<unknown> =>
  world.sql('UPDATE user_totp SET last_step = 0 WHERE user_id = ?', [userId]);

/** The first step of signing in; answers the headers of the second. */
async function halfway({ email }: Account, brought = ''): Promise<Record<string, string>> {
  const answer = await world
    .nobody()
    .post('/auth/login', { email, password: PASSWORD }, brought ? { cookie: brought, 'x-msp': '1' } : {});
  expect(answer.body).toEqual({ state: 'totp_required' });
  return { cookie: [brought, asHeader(cookies(answer.headers))].filter(Boolean).join('; '), 'x-msp': '1' };
}

async function signIn(account: Account, brought = ''): Promise<Record<string, string>> {
  const pending = await halfway(account, brought);
  const answer = await world.nobody().post('/auth/totp', { code: codeAt(account.secret) }, pending);
  expect(answer.status).toBe(200);
  await forgetCodes(account.person.id);
  return cookies(answer.headers);
}

const as = (jar: Record<string, string>): Record<string, string> => ({ cookie: asHeader(jar), 'x-msp': '1' });
const statusAs = async (jar: Record<string, string>): Promise<number> =>
  (await world.nobody().get('/me', as(jar))).status;

describe('a session', () => {
  it('A01 is a new one after signing in, and the one the browser brought along is dead', async () => {
    const planted = await signIn(await anAccount());
    const victim = await signIn(await anAccount(), asHeader(planted));
    expect(victim['__Host-at']).not.toBe(planted['__Host-at']);
    expect(victim['__Host-rt']).not.toBe(planted['__Host-rt']);
    expect([await statusAs(victim), await statusAs(planted)]).toEqual([200, 401]);
    expect((await world.nobody().post('/auth/refresh', undefined, as(planted))).status).toBe(401);
  });

  it('A04 gets exactly one successor, however many ask at once', async () => {
    const browser = await signIn(await anAccount());
    const tabs = await Promise.all(
      Array.from({ length: 100 }, () => world.nobody().post('/auth/refresh', undefined, as(browser))),
    );
    expect(tabs.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(tabs.filter(({ status }) => status === 409)).toHaveLength(99);

    const { email, secret } = await anAccount();
    const first = await world.nobody().post('/auth/token', { email, password: PASSWORD, code: codeAt(secret) });
    const { refreshToken } = first.body as { refreshToken: string };
    const programs = await Promise.all(
      Array.from({ length: 100 }, () => world.nobody().post('/auth/token/refresh', { refreshToken })),
    );
    expect(programs.filter(({ status }) => status === 200)).toHaveLength(1);
    // A program keeps its tokens in one place; two uses mean that somebody copied them.
    const bearer = {
      authorization: `Bearer ${String(programs.find(({ status }) => status === 200)?.body.accessToken)}`,
    };
    expect((await world.nobody().get('/me', bearer)).body.code).toBe('session.revoked');
  });

  it('A07 ends when password or second factor change elsewhere', async () => {
    const account = await anAccount();
    const [here, there] = [await signIn(account), await signIn(account)];
    const change = { current: PASSWORD, next: 'seven patient herons wade', code: codeAt(account.secret) };
    expect((await world.nobody().post('/auth/password', change, as(here))).status).toBe(204);
    expect([await statusAs(here), await statusAs(there), (await account.person.get('/me')).status]).toEqual([
      200, 401, 401,
    ]);

    const other = await anAccount();
    const [keeps, loses] = [await signIn(other), await signIn(other)];
    const begun = await world.nobody().post('/auth/totp/enrolment', undefined, as(keeps));
    const seed = String(begun.body.secret);
    const codes = [codeAt(seed, -1), codeAt(seed)];
    expect((await world.nobody().post('/auth/totp/enrolment/confirm', { codes }, as(keeps))).status).toBe(200);
    expect([await statusAs(keeps), await statusAs(loses)]).toEqual([200, 401]);
  });

  it.each([
    [
      'idle for 30 minutes',
      'last_seen_at',
      (seconds: number) => `UTC_TIMESTAMP(6) - INTERVAL ${1800 + seconds} SECOND`,
    ],
    ['12 hours old', 'expires_at', (seconds: number) => `UTC_TIMESTAMP(6) - INTERVAL ${seconds} SECOND`],
  ])('A08 that is %s ends within five seconds of it', async (_what, column, at) => {
    const person = await world.person();
    const set = (seconds: number) =>
      world.sql(`UPDATE session SET ${column} = ${at(seconds)} WHERE id = ?`, [person.sessionId]);
    await set(-5);
    expect((await person.get('/me')).status).toBe(200);
    await set(5);
    expect((await person.get('/me')).body.code).toBe('session.expired');
  });

  it('A08 begins with 12 hours to live', async () => {
    const { sessionId } = await world.person();
    const [row] = await world.sql<{ hours: number }>(
      'SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), expires_at) / 3600 AS hours FROM session WHERE id = ?',
      [sessionId],
    );
    expect(Number(row?.hours)).toBeCloseTo(12, 1);
  });

  it('A10 does not profit from the fresh proof of another one of the same person', async () => {
    const account = await anAccount();
    const [proven, stale] = [await signIn(account), await signIn(account)];
    await world.sql('UPDATE session SET authenticated_at = authenticated_at - INTERVAL 1 HOUR WHERE user_id = ?', [
      account.person.id,
    ]);
    const proof = await world
      .nobody()
      .post('/auth/step-up', { class: 'factor', password: PASSWORD, code: codeAt(account.secret) }, as(proven));
    expect(proof.status).toBe(204);
    const renew = (jar: Record<string, string>) => world.nobody().post('/auth/recovery-codes', undefined, as(jar));
    expect((await renew(stale)).body).toMatchObject({ code: 'step_up.required', params: { class: 'factor' } });
    expect((await renew(proven)).status).toBe(200);
  });
});

describe('whoever asks about accounts', () => {
  it('A13 gets the same bytes for one that exists and one that does not', async () => {
    const { email } = await anAccount();
    const ask = async (path: string, body: object): Promise<unknown> => {
      const { status, body: answer } = await world.nobody().post(path, body);
      const { requestId: _, ...rest } = answer as Record<string, unknown>;
      return { status, rest };
    };
    for (const path of ['/auth/login', '/auth/token']) {
      const tried = { password: 'not their password' };
      expect(await ask(path, { ...tried, email })).toEqual(await ask(path, { ...tried, email: 'nobody@example.test' }));
    }
    expect(await ask('/auth/reset-requests', { email })).toEqual(
      await ask('/auth/reset-requests', { email: 'nobody@example.test' }),
    );
  });

  // How long both take is measured by `npm run bench -- --only uniform`.
  it('A13 costs one hash, for one that exists, one that has no password, one that is closed and one that is not there', async () => {
    const { email } = await anAccount();
    const closed = await anAccount();
    await world.sql("UPDATE user_account SET state = 'disabled' WHERE id = ?", [closed.person.id]);
    const [bare] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [
      (await world.person()).id,
    ]);
    const hashing = world.app.get(PasswordHash) as unknown as { limited(work: () => unknown): Promise<unknown> };
    const checks = vi.spyOn(hashing, 'limited');
    for (const path of ['/auth/login', '/auth/token'])
      for (const one of [email, bare!.email, closed.email, 'nobody@example.test']) {
        checks.mockClear();
        await world.nobody().post(path, { email: one, password: 'not their password' });
        expect(checks, `${path} ${one}`).toHaveBeenCalledOnce();
      }
    checks.mockRestore();
  });
});

describe('a reset link', () => {
  it('A15 works once, for half an hour, ends every session and leaves the second factor where it is', async () => {
    const account = await anAccount();
    const admin = await world.person({ platformAdmin: true });
    const token = async (): Promise<string> => {
      const made = await admin.post(`/users/${account.person.id}/reset-link`);
      return String(made.body.link).split('/').at(-1) ?? '';
    };
    const old = await token();
    await world.sql('UPDATE sign_in_link SET expires_at = expires_at - INTERVAL 31 MINUTE');
    expect((await world.nobody().post(`/auth/links/${old}`, { password: PASSWORD })).status).toBe(410);
    const fresh = await token();
    const looked = await world.nobody().get(`/auth/links/${fresh}`);
    expect([looked.body.email, looked.headers['referrer-policy']]).toEqual([account.email, 'no-referrer']);
    expect((await world.nobody().post(`/auth/links/${fresh}`, { password: PASSWORD })).status).toBe(204);
    expect((await world.nobody().post(`/auth/links/${fresh}`, { password: PASSWORD })).status).toBe(410);
    expect((await account.person.get('/me')).status).toBe(401);
    await halfway(account);
  });
});

describe('a password', () => {
  const change = async ({ person, secret }: Account, jar: Record<string, string>, next: string): Promise<unknown> => {
    await forgetCodes(person.id);
    const asked = { current: PASSWORD, next, code: codeAt(secret) };
    const { status, body } = await world.nobody().post('/auth/password', asked, as(jar));
    return status === 204 ? 'taken' : (body as { errors?: [{ code: string }] }).errors?.[0].code;
  };

  it('A16 that is short or what everybody tries first is refused; 64 characters and more, spaces and emoji are taken, and all of it counts', async () => {
    const account = await anAccount();
    const jar = await signIn(account);
    expect(await change(account, jar, 'otters swim')).toBe('too_short');
    expect(await change(account, jar, 'Password1234!')).toBe('guessable');
    expect(await change(account, jar, 'aaaaaaaaaaaaaaaa')).toBe('guessable');
    const long = `seven herons 🦩🦩 ${randomBytes(150).toString('hex')}`;
    expect(await change(account, jar, long)).toBe('taken');
    const statusWith = async (password: string): Promise<number> =>
      (await world.nobody().post('/auth/login', { email: account.email, password })).status;
    expect([await statusWith(long), await statusWith(long.slice(0, -1))]).toEqual([200, 401]);
  });
});

describe('a second factor', () => {
  it('A18 stands before every way in: no public route gives a session for a password alone', async () => {
    const { email } = await anAccount();
    const unenrolled = await anAccount();
    await world.sql('DELETE FROM user_totp WHERE user_id = ?', [unenrolled.person.id]);
    const ways = Object.entries(lock as Record<string, { kind: string }>)
      .filter(([name, { kind }]) => kind === 'public' && name.startsWith('POST'))
      .map(([name]) => name.replace('POST ', '').replace(/:\w+/g, 'x'));
    expect(ways.length).toBeGreaterThan(6);
    for (const way of ways)
      for (const who of [email, unenrolled.email]) {
        const answer = await world.nobody().post(way, { email: who, password: PASSWORD });
        expect(answer.body.accessToken, way).toBeUndefined();
        const jar = cookies(answer.headers);
        const inside = jar['__Host-at'] ? await world.nobody().get('/roles', as(jar)) : { status: 401 };
        expect(inside.status, way).toBe(401);
      }
  });

  it('T03 accepts one of fifty parallel posts of one code', async () => {
    const account = await anAccount();
    const pending = await halfway(account);
    const code = codeAt(account.secret);
    const posts = await Promise.all(
      Array.from({ length: 50 }, () => world.nobody().post('/auth/totp', { code }, pending)),
    );
    expect(posts.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(posts.filter(({ status }) => status === 401)).toHaveLength(49);
  });

  it('T05 takes no code again when the clock of the server is set back', async () => {
    const { person, secret } = await anAccount();
    const now = Date.now();
    const use = (code: string): Promise<boolean> => world.inside(() => world.app.get(Totp).use(person.id, code));
    expect(await use(codeAt(secret, 0, now))).toBe(true);
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now - 60_000);
    for (const offset of [-3, -2, -1, 0]) expect(await use(codeAt(secret, offset, now))).toBe(false);
    clock.mockRestore();
  });

  it('T06 slows down guesses of codes, and leaves passwords alone', async () => {
    const [account, other] = [await anAccount(), await anAccount()];
    const pending = await halfway(account);
    for (let n = 0; n < 6; n += 1) await world.nobody().post('/auth/totp', { code: '000000' }, pending);
    const right = await world.nobody().post('/auth/totp', { code: codeAt(account.secret) }, pending);
    expect([right.status, right.body.code]).toEqual([401, 'auth.code_wrong']);
    await halfway(account);
    expect(await statusAs(await signIn(other))).toBe(200);
  });

  it('T08 has recovery codes that work once, cannot be read and cannot be guessed', async () => {
    const account = await anAccount();
    const [first = '', second = ''] = account.recoveryCodes;
    const pending = await halfway(account);
    const use = async (recoveryCode: string): Promise<number> =>
      (await world.nobody().post('/auth/totp', { recoveryCode }, pending)).status;
    expect([await use(first), await use(first)]).toEqual([200, 401]);
    const rows = JSON.stringify(await world.sql('SELECT HEX(hash) AS hash, used_at FROM recovery_code'));
    for (const form of [second, second.replaceAll('-', ''), Buffer.from(second).toString('hex')])
      expect(rows.toLowerCase()).not.toContain(form.toLowerCase());
    for (let n = 0; n < 6; n += 1) await use('AAAAAA-AAAAAA-AAAAAA-AAAAAA');
    expect(await use(second)).toBe(401);
  });

  it('T09 is taken away by an administrator with a fresh proof only, in the open, and every session ends', async () => {
    const account = await anAccount();
    const path = `/users/${account.person.id}/reset-mfa`;
    const stale = await world.person({ platformAdmin: true, signedInMinutesAgo: 60 });
    expect((await stale.post(path)).body.code).toBe('step_up.required');
    const admin = await world.person({ platformAdmin: true });
    expect((await admin.post(path)).status).toBe(204);
    expect((await account.person.get('/me')).status).toBe(401);
    const [event] = await world.events({ targetId: account.person.id, action: 'user.mfa_reset' });
    expect(event).toMatchObject({ actor_id: admin.id, category: 'admin' });
    const again = await world.nobody().post('/auth/login', { email: account.email, password: PASSWORD });
    expect(again.body).toEqual({ state: 'enrolment_required' });
  });
});
