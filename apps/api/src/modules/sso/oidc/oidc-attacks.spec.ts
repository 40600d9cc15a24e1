import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Caller } from '../../../../test/caller';
import { HostileProvider, type Mischief } from '../../../../test/providers/hostile-provider';
import { aWorld, type World } from '../../../../test/world';
import { createApp } from '../../../create-app';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { browser } from '../sso.fixture';
import { LOOPBACK, Traveller, anOidcConnection, lastReason } from './oidc.fixture';

let world: World;
let second: NestFastifyApplication;
let provider: HostileProvider;
let connection: SignInConnectionEntity;
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  second = await createApp({ settings: world.settings });
  provider = await HostileProvider.start();
  connection = await anOidcConnection(world, { issuer: provider.issuer });
});
afterAll(async () => {
  await provider.stop();
  await second.close();
  await world.close();
});

const traveller = (): Traveller => new Traveller(world.nobody(), connection.id);
const now = (): number => Math.floor(Date.now() / 1000);

/** Signs in with a lie; answers where it led and the reason in the audit log. */
async function attempt(mischief: Mischief): Promise<[path: string, reason: string | undefined]> {
  const path = await traveller().signIn(provider, {}, mischief);
  return [path.replace(/&ref=.*/, ''), await lastReason(world, connection)];
}
const FAILED = '/login?refused=failed';

describe('a hostile provider, or somebody in between', () => {
  it('is told from an honest one, which lets people in', async () => {
    const visitor = traveller();
    expect(await visitor.signIn(provider)).toBe('/login/enrol');
    const held = Object.entries(visitor.jar).flatMap(([name, value]) => (value ? [name] : []));
    expect(held.sort()).toEqual(['__Host-at', '__Host-rt']);
  });

  it('O02 brings no state, a wrong one or a used one in vain, on either node', async () => {
    const visitor = traveller();
    const query = provider.signIn(await visitor.leave());
    const without = new URLSearchParams(query);
    without.delete('state');
    const wrong = new URLSearchParams(query);
    wrong.set('state', 'x'.repeat(43));
    const twice = new URLSearchParams(query);
    twice.append('state', query.get('state') ?? '');
    const jar = { ...visitor.jar };
    for (const bad of [without, wrong, twice]) {
      visitor.jar = { ...jar };
      expect(await visitor.comeBack(bad)).toMatch(/^\/login\?refused=again/);
    }
    const other = traveller();
    expect(await other.comeBack(query)).toMatch(/refused=again/);
    visitor.jar = { ...jar };
    expect(await visitor.comeBack(query)).toBe('/login/enrol');
    for (const app of [world.app, second]) {
      const late = new Traveller(new Caller(app, {}), connection.id);
      late.jar = { ...jar };
      expect(await late.comeBack(query)).toMatch(/refused=again/);
    }
    expect(await lastReason(world, connection)).toBe('attempt_unknown');
  });

  it('O03 brings a token with another nonce, or none, in vain', async () => {
    expect(await attempt({ claims: { nonce: 'another' } })).toEqual([FAILED, 'nonce_wrong']);
    expect((await attempt({ claims: { nonce: undefined } }))[0]).toBe(FAILED);
    expect(await lastReason(world, connection)).toMatch(/nonce_wrong|malformed|claim_missing/);
  });

  it('O04 replays a code, or a code of somebody else’s sign-in, in vain', async () => {
    const [one, two] = [traveller(), traveller()];
    const stolen = provider.signIn(await one.leave());
    const own = provider.signIn(await two.leave());
    const mixed = new URLSearchParams({ ...Object.fromEntries(own), code: stolen.get('code') ?? '' });
    expect(await two.comeBack(mixed)).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('code_refused');
    const three = traveller();
    const first = provider.signIn(await three.leave());
    expect(await three.comeBack(first)).toBe('/login/enrol');
    const four = traveller();
    const replay = provider.signIn(await four.leave());
    replay.set('code', first.get('code') ?? '');
    expect(await four.comeBack(replay)).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('code_refused');
  });

  it('O05 signs with nothing, with the public key as a secret, or with a key nobody knows, in vain', async () => {
    expect(await attempt({ alg: 'none' })).toEqual([FAILED, 'algorithm_refused']);
    expect(await attempt({ alg: 'HS256' })).toEqual([FAILED, 'algorithm_refused']);
    const [head, body] = [(token: string) => token.split('.')[0], (token: string) => token.split('.')[1]];
    const forged = (token: string) => `${head(token)}.${body(token)}.${'A'.repeat(342)}`;
    expect(await attempt({ token: forged })).toEqual([FAILED, 'signature_wrong']);
    const before = provider.count('/jwks');
    for (let time = 0; time < 8; time += 1)
      expect(await attempt({ unknownKid: true })).toEqual([FAILED, 'key_unknown']);
    expect(provider.count('/jwks') - before).toBe(1);
  });

  it('O05 may change its key: it is looked up once, and people get in', async () => {
    const other = await HostileProvider.start();
    const rotating = await anOidcConnection(world, { issuer: other.issuer });
    const go = () => new Traveller(world.nobody(), rotating.id).signIn(other, { email: 'rita@contoso.example' });
    expect(await go()).toBe('/login/enrol');
    await other.rotate();
    expect(await go()).toBe('/login/enrol');
    expect(other.count('/jwks')).toBe(2);
    await other.stop();
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another audience', { aud: 'somebody-else' }, 'audience_wrong'],
    ['several audiences and no authorised party', { aud: ['st0r', 'other'] }, 'audience_wrong'],
    ['another authorised party', { azp: 'other' }, 'party_wrong'],
    ['several audiences and another party', { aud: ['st0r', 'other'], azp: 'other' }, 'party_wrong'],
    ['another issuer', { iss: 'https://evil.example' }, 'issuer_mismatch'],
    ['a life that is over', { iat: now() - 900, exp: now() - 120 }, 'expired'],
    ['a birth in the future', { iat: now() + 600, exp: now() + 900 }, 'from_future'],
    ['a hash of another access token', { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'hash_wrong'],
  ])('O06 brings a token with %s in vain, and the audit log says which', async (_what, claims, reason) => {
    expect(await attempt({ claims })).toEqual([FAILED, reason]);
  });

  it('O06 may have a clock that is up to a minute off', async () => {
    expect((await attempt({ claims: { iat: now() - 400, exp: now() - 30 } }))[0]).toBe('/login/enrol');
    expect((await attempt({ claims: { iat: now() + 30 } }))[0]).toBe('/login/enrol');
  });

  it('O07 delivers an answer for another provider in vain', async () => {
    const evil = await HostileProvider.start();
    const trap = await anOidcConnection(world, { issuer: evil.issuer });
    const visitor = traveller();
    const answer = provider.signIn(await visitor.leave());
    const jar = { ...visitor.jar };
    expect(await visitor.comeBack(answer, trap.id)).toMatch(/refused=again/);
    expect(evil.count('/token')).toBe(0);
    visitor.jar = { ...jar };
    answer.set('iss', evil.issuer);
    expect(await visitor.comeBack(answer)).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('issuer_mismatch');
    const silent = traveller();
    const withoutIss = provider.signIn(await silent.leave());
    withoutIss.delete('iss');
    expect(await silent.comeBack(withoutIss)).toMatch(/refused=failed/);
    await evil.stop();
  });

  it('O12 is asked to return elsewhere in vain', async () => {
    const visitor = new Traveller(world.nobody(), connection.id);
    for (const [wanted, path] of [
      ['/o/acme/vault?q=a', '/login/enrol?next=%2Fo%2Facme%2Fvault%3Fq%3Da'],
      ['//evil.example', '/login/enrol'],
      ['/\\evil.example', '/login/enrol'],
      ['/%2f%2fevil.example', '/login/enrol'],
      ['https://evil.example/', '/login/enrol'],
    ] as const)
      expect(await visitor.comeBack(provider.signIn(await visitor.leave(wanted)))).toBe(path);
  });

  it('gets nobody a session whose account is disabled, and tells them nothing of it', async () => {
    const person = { sub: 'leaver', email: 'leaver@contoso.example' };
    await traveller().signIn(provider, person);
    await world.sql("UPDATE user_account SET state = 'disabled' WHERE email = ?", [person.email]);
    const visitor = traveller();
    const path = await visitor.signIn(provider, person);
    const [unknown] = await attempt({ claims: { nonce: 'x' } });
    expect(path.replace(/&ref=.*/, '')).toBe(unknown);
    expect(visitor.jar['__Host-at']).toBeUndefined();
    expect((await world.nobody().get('/me', browser(visitor.jar))).status).toBe(401);
  });

  it('cannot put script or another address into the page that moves on', async () => {
    const visitor = traveller();
    await visitor.leave('/o/acme?x="><script>alert(1)</script>');
    const answer = await world
      .nobody()
      .get(`/auth/sso/${connection.id}/callback?state="><script>`, browser(visitor.jar));
    expect(answer.text).not.toContain('<script');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('cannot fill the audit log: a minute keeps sixty refusals of one address', async () => {
    const other = await anOidcConnection(world, { issuer: provider.issuer });
    for (let time = 0; time < 70; time += 1)
      await new Traveller(world.nobody(), other.id).comeBack(`state=${'x'.repeat(43)}&code=none`);
    const kept = await world.events({ targetId: other.id, action: 'sso.assertion.rejected' });
    expect(kept.length).toBeGreaterThanOrEqual(60);
    expect(kept.length).toBeLessThan(70);
  });
});
