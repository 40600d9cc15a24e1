import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caller } from '../../../../test/caller';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { createApp } from '../../../create-app';
import { LOOPBACK, lastReason } from '../oidc/oidc.fixture';
import { aMapping, browser } from '../sso.fixture';
import { at, PretendProvider } from './fixture/pretend-provider.fixture';
import { aSamlConnection, attributes, formOf, postedQuestion, SamlTraveller } from './fixture/saml.fixture';

let world: World;
let second: NestFastifyApplication;
let keeper: Person;
let acme: TestOrganisation;
const provider = await PretendProvider.named();
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  second = await createApp({ settings: world.settings });
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
afterAll(async () => {
  await second.close();
  await world.close();
});

const visitor = (connectionId: string): SamlTraveller => new SamlTraveller(world.nobody(), provider, connectionId);
const onSecond = (): Caller => new Caller(second, {});
const REFUSED = /^\/login\?refused=failed&ref=[\w-]+$/;
const AGAIN = /^\/login\?refused=again&ref=[\w-]+$/;

describe('signing in with SAML', () => {
  it('brings somebody in with their name, address, second factor and mapped role, and back to where they were', async () => {
    const connection = await aSamlConnection(world, provider);
    await aMapping(world, keeper, { connection, group: 'techs', organisation: acme, role: 'technician' });
    const mara = visitor(connection.id);
    const said = attributes({ mail: 'mara@saml.example', displayName: 'Mara Lind', groups: ['techs', 'others'] });
    expect(await mara.signIn({ draft: { subject: 'mara-1', attributes: said } }, '/o/acme/assets')).toBe(
      '/o/acme/assets',
    );
    const me = await world.nobody().get('/me', browser(mara.jar));
    expect(me.body).toMatchObject({ email: 'mara@saml.example', name: 'Mara Lind', sessionScope: 'full' });
    expect(me.body.organisations).toMatchObject([{ slug: acme.slug }]);
    const [identity] = await world.sql('SELECT subject FROM external_identity WHERE user_id = ?', [me.body.id]);
    expect(identity).toEqual({ subject: 'https://idp.example/metadata|mara-1' });
  });

  it('knows people by their name at the provider, never by an address that somebody else could claim', async () => {
    const connection = await aSamlConnection(world, provider);
    const as = (subject: string, mail: string) => ({ draft: { subject, attributes: attributes({ mail }) } });
    expect(await visitor(connection.id).signIn(as('one', 'one@saml.example'))).toBe('/');
    expect(await visitor(connection.id).signIn(as('two', 'one@saml.example'))).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe('email_taken');
    expect(await visitor(connection.id).signIn(as('one', 'renamed@saml.example'))).toBe('/');
  });

  it('M12 refuses a name with a comment in it at the door as well', async () => {
    const connection = await aSamlConnection(world, provider);
    const after = (xml: string): string => xml.replace('admin.evil', 'admin<!---->.evil');
    expect(await visitor(connection.id).signIn({ draft: { subject: 'admin.evil' }, after })).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe('malformed');
  });

  it('takes groups whole or not at all', async () => {
    const connection = await aSamlConnection(world, provider);
    const link = attributes({
      mail: 'g@saml.example',
      'http://schemas.microsoft.com/claims/groups.link': 'https://graph',
    });
    expect(await visitor(connection.id).signIn({ draft: { attributes: link } })).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe('groups_incomplete');
  });
});

describe('M02 the same response again', () => {
  it('is refused, on this node and on the other, also when all come at once', async () => {
    const connection = await aSamlConnection(world, provider);
    const one = visitor(connection.id);
    const question = await one.leave();
    const form = {
      SAMLResponse: one.answer(question, { draft: { subject: 'again' } }),
      RelayState: question.relayState,
    };
    const cookies = { ...one.jar };
    const post = (caller: Caller): Promise<string> => {
      const copy = visitor(connection.id);
      copy.jar = { ...cookies };
      return copy.comeBack(form, caller);
    };
    const paths = await Promise.all([world.nobody(), onSecond(), world.nobody(), onSecond()].map(post));
    expect(paths.filter((path) => path === '/')).toHaveLength(1);
    expect(paths.filter((path) => AGAIN.test(path))).toHaveLength(3);
    expect(await post(onSecond())).toMatch(AGAIN);
  });

  it('is refused in another sign-in, because it answers the first', async () => {
    const connection = await aSamlConnection(world, provider);
    const one = visitor(connection.id);
    const old = one.answer(await one.leave(), { draft: { subject: 'other sign-in' } });
    const two = visitor(connection.id);
    const { relayState } = await two.leave();
    expect(await two.comeBack({ SAMLResponse: old, RelayState: relayState })).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe('request_unknown');
  });

  it('is refused where the provider may begin, although there is no question to compare', async () => {
    const connection = await aSamlConnection(world, provider, { saml: { providerInitiated: true } });
    const form = { SAMLResponse: visitor(connection.id).answer(null, { draft: { subject: 'begun' } }) };
    const paths = await Promise.all(
      [world.nobody(), onSecond(), onSecond()].map((caller) => visitor(connection.id).comeBack(form, caller)),
    );
    expect(paths.filter((path) => path === '/')).toHaveLength(1);
    expect(paths.filter((path) => REFUSED.test(path))).toHaveLength(2);
    expect(await lastReason(world, connection)).toBe('replayed');
  });
});

describe('M03 a response nobody asked for', () => {
  it('is refused unless the connection lets the provider begin, and then leads nowhere but to the front page', async () => {
    const off = await aSamlConnection(world, provider);
    expect(await visitor(off.id).comeBack({ SAMLResponse: visitor(off.id).answer(null) })).toMatch(REFUSED);
    expect(await lastReason(world, off)).toBe('unsolicited');
    const asked = visitor(off.id);
    const { relayState } = await asked.leave();
    expect(await asked.comeBack({ SAMLResponse: asked.answer(null), RelayState: relayState })).toMatch(REFUSED);
    expect(await lastReason(world, off)).toBe('unsolicited');
    const on = await aSamlConnection(world, provider, { saml: { providerInitiated: true } });
    const form = {
      SAMLResponse: visitor(on.id).answer(null, { draft: { subject: 'x3' } }),
      RelayState: '/o/acme/vault',
    };
    expect(await visitor(on.id).comeBack(form)).toBe('/');
  });

  it('is refused in a browser that did not ask, whatever cookie and state it makes up', async () => {
    const connection = await aSamlConnection(world, provider);
    const asked = visitor(connection.id);
    const question = await asked.leave();
    const form = { SAMLResponse: asked.answer(question), RelayState: question.relayState };
    expect(await visitor(connection.id).comeBack(form)).toMatch(AGAIN);
    const thief = visitor(connection.id);
    await thief.leave();
    expect(await thief.comeBack(form)).toMatch(AGAIN);
    const other = await aSamlConnection(world, provider);
    const elsewhere = visitor(other.id);
    elsewhere.jar = { ...asked.jar };
    expect(await elsewhere.comeBack(form)).toMatch(AGAIN);
  });
});

describe('refusals at the door', () => {
  it.each([
    ['M04', { draft: { recipient: 'https://evil.example' } }, 'destination_wrong'],
    ['M05', { draft: { consumerUrl: 'https://evil.example' } }, 'destination_wrong'],
    ['M06', { draft: { issuer: 'https://evil.example' } }, 'issuer_mismatch'],
    ['M07', { draft: { audience: 'https://evil.example' } }, 'audience_wrong'],
    ['M08', { draft: { notOnOrAfter: at(-61, new Date()) } }, 'expired'],
    ['M09', { sign: 'assertion' as const }, 'unsigned'],
    ['M16', { draft: { status: '' } }, 'provider_error'],
  ])('%s tells the person one sentence and a number, and the administrator the reason', async (_, making, reason) => {
    const connection = await aSamlConnection(world, provider);
    expect(await visitor(connection.id).signIn(making)).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe(reason);
    const { health } = (await keeper.get(`/sign-in-connections/${connection.id}`)).body;
    expect(health).toMatchObject({ problemCode: reason, problem: expect.stringMatching(/Look at: .+\./) });
  });

  it('M15 a certificate that is removed stops counting at once, on every node', async () => {
    const next = await PretendProvider.named('next');
    const connection = await aSamlConnection(world, provider, {
      saml: { certificates: [provider.key.certificate, next.key.certificate] },
    });
    const by = (who: PretendProvider, caller: Caller): Promise<string> =>
      new SamlTraveller(caller, who, connection.id).signIn({ draft: { subject: 'm15' } });
    expect([await by(provider, world.nobody()), await by(next, onSecond())]).toEqual(['/', '/']);
    const saml = { certificates: [next.key.certificate] };
    expect((await keeper.patch(`/sign-in-connections/${connection.id}`, { saml })).status).toBe(200);
    expect(await by(provider, onSecond())).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe('signature_wrong');
    expect(await by(next, world.nobody())).toBe('/');
  });

  it('lets nobody in through a connection that is off', async () => {
    const connection = await aSamlConnection(world, provider, { saml: { providerInitiated: true }, state: 'disabled' });
    const form = { SAMLResponse: visitor(connection.id).answer(null, { draft: { subject: 'off' } }) };
    expect(await visitor(connection.id).comeBack(form)).toMatch(REFUSED);
    expect(await lastReason(world, connection)).toBe('connection_off');
  });
});

describe('the form of a provider', () => {
  it('comes from another site to exactly this path, and its cookie may', async () => {
    const connection = await aSamlConnection(world, provider);
    const start = await world.nobody().post(`/auth/connections/${connection.id}/start`, {});
    expect(String(start.headers['set-cookie'])).toMatch(/^__Host-sso-form=.*SameSite=None/);
    expect(String(start.headers['set-cookie'])).toMatch(/HttpOnly; Secure/);
    const cross = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of [
      '/auth/login',
      `/auth/connections/${connection.id}/start`,
      `/auth/sso/${connection.id}/saml/acs/`,
    ])
      expect((await world.nobody().post(path, 'a=b', cross)).status, path).toBeGreaterThanOrEqual(400);
  });

  it('is filled in on a page of ours where the provider takes no links', async () => {
    const connection = await aSamlConnection(world, provider, { saml: { signOnBinding: 'post' } });
    const start = await world.nobody().post(`/auth/connections/${connection.id}/start`, {});
    const [cookie = ''] = String(start.headers['set-cookie']).split(';');
    const address = new URL(String(start.body.location));
    expect(address.href).toBe(`https://st0r.test/api/v1/auth/sso/${connection.id}/saml/leave`);
    const page = await world.nobody().get(address.pathname, { cookie });
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-/);
    const { action, fields } = formOf(page.text);
    expect(action).toBe('https://idp.example/sso');
    const question = postedQuestion(fields);
    const traveller = visitor(connection.id);
    traveller.take(start);
    const form = {
      SAMLResponse: traveller.answer(question, { draft: { subject: 'by form' } }),
      RelayState: question.relayState,
    };
    expect(await traveller.comeBack(form)).toBe('/');
    expect((await world.nobody().get(address.pathname)).status).toBe(404);
  });
});
