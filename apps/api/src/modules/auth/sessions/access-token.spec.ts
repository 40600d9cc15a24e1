import { SignJWT, UnsecuredJWT, base64url, exportJWK, generateKeyPair } from 'jose';
import { randomUUID, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Caller } from '../../../../test/caller';
import { listen } from '../../../../test/promises/secrets.promise';
import { aWorld, type Person, type World } from '../../../../test/world';
import { PlatformKeys } from '../../../platform/keys';
import { SignInLinks } from '../links/sign-in-links';
import { AccessToken } from './access-token';
import { SessionKeeper } from './session-keeper';

type Json = Record<string, unknown>;

let world: World;
let person: Person;
beforeAll(async () => {
  world = await aWorld();
  person = await world.person();
});
afterAll(() => world.close());

const active = () => world.app.get(PlatformKeys).tokens.active;
const bearer = (token: string): Caller => new Caller(world.app, { authorization: `Bearer ${token}` });
const answerTo = async (token: string) => {
  const { status, body } = await bearer(token).get('/me');
  return `${status} ${String(body.code ?? 'ok')}`;
};

const header = (more: Json = {}): Json => ({ alg: 'EdDSA', typ: 'at+jwt', kid: active().kid, ...more });
const claims = (more: Json = {}): Json => ({
  iss: 'clientst0r',
  aud: 'session',
  sub: person.id,
  sid: person.sessionId,
  jti: randomUUID(),
  iat: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 60,
  ...more,
});
/** Signed by our own key, whatever it says: only the form can be wrong. */
const ours = async (head: Json | string, body: Json | string): Promise<string> => {
  const text = (part: Json | string) => base64url.encode(typeof part === 'string' ? part : JSON.stringify(part));
  const input = `${text(head)}.${text(body)}`;
  return `${input}.${sign(null, Buffer.from(input), active().privateKey).toString('base64url')}`;
};

describe('an access token', () => {
  it('of the form we sign is taken', async () => {
    expect(await answerTo(await ours(header(), claims()))).toBe('200 ok');
  });

  it('taken a moment ago ends like any other when its time is up', async () => {
    const token = await ours(header(), claims());
    expect([await answerTo(token), await answerTo(token)]).toEqual(['200 ok', '200 ok']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 66_000 });
    try {
      expect([await answerTo(token), await answerTo(token)]).toEqual(['401 session.expired', '401 session.expired']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('K01 with no signature, or one made with the public key as a secret, is refused', async () => {
    const publicPem = active().publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const confused = (alg: string) =>
      new SignJWT(claims())
        .setProtectedHeader({ alg, typ: 'at+jwt', kid: active().kid })
        .sign(Buffer.from(publicPem.padEnd(64)));
    const good = await ours(header(), claims());
    const [head, body] = good.split('.');
    for (const token of [
      new UnsecuredJWT(claims()).encode(),
      `${base64url.encode(JSON.stringify(header({ alg: 'none' })))}.${body}.`,
      `${head}.${body}.`,
      `${head}.${body}.${'A'.repeat(86)}`,
      await ours(header({ alg: 'ES256' }), claims()),
      `${base64url.encode(JSON.stringify(header({ alg: 'ES256' })))}.${body}.${base64url.encode(Buffer.alloc(64))}`,
      await confused('HS256'),
      await confused('HS512'),
    ])
      expect(await answerTo(token)).toMatch(/^401 (?:session\.invalid|auth\.malformed)$/);
  });

  it('K01 that brings its own key, or rules of its own, is refused even when we signed it', async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const foreign = new SignJWT(claims())
      .setProtectedHeader({ ...header(), alg: 'EdDSA', jwk } as never)
      .sign(privateKey);
    for (const more of [
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/cert' },
      { jwk },
      { x5c: ['AAAA'] },
      { crit: ['exp'] },
      { crit: ['b64'], b64: false },
      { zip: 'DEF' },
      { cty: 'JWT' },
    ])
      expect(await answerTo(await ours(header(more), claims())), JSON.stringify(more)).toBe('401 session.invalid');
    expect(await answerTo(await foreign)).toBe('401 session.invalid');
  });

  it.each(['../../dev/null', '/etc/passwd', "' OR 1=1 --", '__proto__', '', 0, null, ['a'], { a: 1 }])(
    'K01 with the key id %j is refused',
    async (kid) => {
      expect(await answerTo(await ours(header({ kid }), claims()))).toBe('401 session.invalid');
    },
  );

  it('K01 that says a thing twice, or in another form, is refused', async () => {
    const twice = JSON.stringify(claims()).replace('{', `{"sub":"${randomUUID()}",`);
    const twiceHeader = JSON.stringify(header()).replace('{', '{"alg":"none",');
    for (const [head, body] of [
      [header(), twice],
      [twiceHeader, claims()],
      [header(), 'no json'],
      ['[]', claims()],
      [header(), claims({ aud: ['session', 'second-factor'] })],
      [header(), claims({ sid: [person.sessionId] })],
      [header(), claims({ sub: undefined })],
      [header(), claims({ exp: undefined })],
      [header(), claims({ jti: undefined })],
      [header(), claims({ iat: Math.floor(Date.now() / 1000) + 3600, exp: Math.floor(Date.now() / 1000) + 7200 })],
      [header(), claims({ nbf: Math.floor(Date.now() / 1000) + 3600 })],
      [header(), claims({ iss: 'somebody-else' })],
      [header({ typ: 'JWT' }), claims()],
      [header({ typ: undefined }), claims()],
    ] as const)
      expect(await answerTo(await ours(head, body)), JSON.stringify([head, body])).toBe('401 session.invalid');
    expect(await answerTo(await ours(header(), claims({ padding: 'x'.repeat(2000) })))).toBe('401 session.invalid');
    expect(await answerTo(await ours(header(), claims({ exp: Math.floor(Date.now() / 1000) - 10 })))).toBe(
      '401 session.expired',
    );
  });

  it('K02 made for something else opens no session', async () => {
    const tokens = world.app.get(AccessToken);
    const { publicKey: _, privateKey } = await generateKeyPair('RS256');
    const idToken = await new SignJWT({ email: 'person1@example.test', nonce: 'n' })
      .setProtectedHeader({ alg: 'RS256', kid: 'op', typ: 'JWT' })
      .setIssuer('https://login.example')
      .setAudience('client')
      .setSubject(person.id)
      .setExpirationTime('5m')
      .sign(privateKey);
    const { refreshToken } = await world.inside(() =>
      world.app.get(SessionKeeper).issue({ userId: person.id, scope: 'full', interactive: false, amr: ['pwd'] }),
    );
    const link = await world.inside(() => world.app.get(SignInLinks).make('reset', person.id));
    for (const token of [
      await tokens.sign('second-factor', { sub: person.id, sid: person.sessionId }, 60),
      await ours(header(), claims({ aud: 'sso-state' })),
      await ours(header(), claims({ sid: undefined })),
      idToken,
      refreshToken,
      link,
    ])
      expect(await answerTo(token)).toMatch(/^401 (?:session\.invalid|session\.unknown)$/);
    const session = await tokens.sign('session', { sub: person.id, sid: person.sessionId }, 60);
    const asSecondFactor = { cookie: `__Host-mfa=${session}`, 'x-msp': '1' };
    expect((await world.nobody().post('/auth/totp', { code: '123456' }, asSecondFactor)).status).toBe(401);
  });
});

describe('the keys tokens are signed with', () => {
  it('K08 are rotated: what was signed before stays good until it runs out, and not a second longer', async () => {
    const old = active();
    const [before, short] = [
      await ours(header(), claims()),
      await ours(header(), claims({ exp: Math.floor(Date.now() / 1000) - 6 })),
    ];
    const kid = world.app.get(PlatformKeys).tokens.rotate();
    expect(kid).not.toBe(old.kid);
    expect(await answerTo(before)).toBe('200 ok');
    expect(await answerTo(short)).toBe('401 session.expired');
    const fresh = await world.app.get(AccessToken).sign('session', { sub: person.id, sid: person.sessionId }, 60);
    expect(JSON.parse(Buffer.from(fresh.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ kid });
    expect(await answerTo(fresh)).toBe('200 ok');
  });

  it('K08 are revoked: everything signed with one is dead with the next request, also when it was the newest', async () => {
    const ring = world.app.get(PlatformKeys).tokens;
    const [gone, token] = [active(), await ours(header(), claims())];
    expect(await answerTo(token)).toBe('200 ok');
    expect(ring.revoke(gone.kid)).toBe(true);
    expect(await answerTo(token)).toBe('401 session.invalid');
    expect(active().kid).not.toBe(gone.kid);
    expect(await answerTo(await ours(header(), claims()))).toBe('200 ok');
    expect(ring.revoke(gone.kid)).toBe(false);
  });
});

describe('how long tokens live', () => {
  it('is set by administrators within hard caps, apart for browsers and for programs', async () => {
    const admin = await world.person({ platformAdmin: true });
    for (const [field, cap] of [
      ['accessMinutes', 15],
      ['automationMinutes', 60],
      ['keyDays', 365],
    ] as const) {
      const over = await admin.patch('/settings/sign-in', { [field]: cap + 1 });
      expect([over.status, over.body.errors?.[0]?.pointer]).toEqual([400, `/${field}`]);
    }
    const set = await admin.patch('/settings/sign-in', { accessMinutes: 2, automationMinutes: 40 });
    expect(set.body).toMatchObject({ accessMinutes: 2, automationMinutes: 40 });
    const issue = (interactive: boolean) =>
      world.inside(() =>
        world.app.get(SessionKeeper).issue({ userId: person.id, scope: 'full', interactive, amr: ['pwd'] }),
      );
    const [browser, program] = [await issue(true), await issue(false)];
    expect([browser.expiresIn, program.expiresIn]).toEqual([120, 2400]);
    const { iat, exp } = JSON.parse(
      Buffer.from(program.accessToken.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, number>;
    expect(Number(exp) - Number(iat)).toBe(2400);
    const renewed = await world.nobody().post('/auth/token/refresh', { refreshToken: program.refreshToken });
    expect(renewed.body.expiresIn).toBe(2400);
  });
});

describe('a token or key in the address', () => {
  it('A12 is refused, whatever it is called, and stands in no log line', async () => {
    const token = await ours(header(), claims());
    const heard = listen({ world });
    for (const query of [
      `access_token=${token}`,
      `token=${token}`,
      `api_key=x`,
      `apikey=x`,
      `q=${token}`,
      `q=mspk_0123456789_x`,
      `Authorization=x`,
    ]) {
      const answer = await person.get(`/me?${query}`);
      expect([answer.status, answer.body.code], query).toEqual([400, 'auth.in_address']);
      expect(answer.text).not.toContain(token);
      expect((await world.nobody().get(`/me?${query}`)).status, query).toBe(400);
    }
    heard.stop();
    expect(heard.lines.join('')).not.toContain(token.slice(0, 40));
    expect(heard.lines.length).toBeGreaterThan(5);
  });
});
