import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../../test/world';
import { LOOPBACK, lastReason } from '../oidc/oidc.fixture';
import { browser } from '../sso.fixture';
import { at, PretendProvider, PROVIDER } from './fixture/pretend-provider.fixture';
import {
  aSamlConnection,
  FROM_ANOTHER_SITE,
  movedTo,
  questionOf,
  samlAddress,
  SamlTraveller,
} from './fixture/saml.fixture';
import { verifyLogout } from './logout/logout.reader';
import { NS } from './message/namespaces';
import { attribute, parseXml } from './message/saml-element';
import { decodeRedirected } from './message/message.decoder';
import { logoutRequest, type Sender } from './requests/request.builder';

let world: World;
let keeper: Person;
const provider = await PretendProvider.named();
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  keeper = await world.person({ platformAdmin: true });
});
afterAll(() => world.close());

const signedIn = async (subject: string, saml = {}) => {
  const connection = await aSamlConnection(world, provider, { saml });
  const person = new SamlTraveller(world.nobody(), provider, connection.id);
  expect(await person.signIn({ draft: { subject, sessionIndex: `s-${subject}` } })).toBe('/');
  const me = async () => (await world.nobody().get('/me', browser(person.jar))).status;
  return { connection, person, me };
};

describe('a fresh proof at the provider', () => {
  const begin = async (subject: string) => {
    const { connection, person } = await signedIn(subject);
    const answer = await world.nobody().post('/auth/own-connection/step-up', { class: 'sign_in' }, browser(person.jar));
    person.take(answer);
    return { connection, person, question: questionOf(String(answer.body.location)) };
  };

  it('asks with ForceAuthn and takes a sign-in made after the question only', async () => {
    const { connection, person, question } = await begin('fresh');
    expect(question.repeated).toBe(true);
    const old = { draft: { subject: 'fresh', signedInAt: at(-120, new Date()) } };
    const form = { SAMLResponse: person.answer(question, old), RelayState: question.relayState };
    expect(await person.comeBack(form)).toBe('/sso/done?result=refused');
    expect(await lastReason(world, connection)).toBe('login_not_fresh');
    const second = await begin('fresher');
    const now = { draft: { subject: 'fresher', signedInAt: at(0, new Date()) } };
    const fresh = { SAMLResponse: second.person.answer(second.question, now), RelayState: second.question.relayState };
    expect(await second.person.comeBack(fresh)).toBe('/sso/done?result=ok');
    const [event] = (await world.events({ action: 'session.stepped_up' })).slice(-1);
    expect(event?.['details']).toMatchObject({ class: 'sign_in', via: second.connection.name });
  });

  it('does not take the answer to an ordinary question, nor one about somebody else', async () => {
    const { connection, person, question } = await begin('same');
    const ordinary = await new SamlTraveller(world.nobody(), provider, connection.id).leave();
    const mixed = {
      SAMLResponse: person.answer(ordinary, { draft: { subject: 'same' } }),
      RelayState: question.relayState,
    };
    expect(await person.comeBack(mixed)).toBe('/sso/done?result=refused');
    expect(await lastReason(world, connection)).toBe('request_unknown');
    const again = await begin('person');
    const other = { draft: { subject: 'somebody else', signedInAt: at(0, new Date()) } };
    const form = { SAMLResponse: again.person.answer(again.question, other), RelayState: again.question.relayState };
    expect(await again.person.comeBack(form)).toBe('/sso/done?result=refused');
    expect(await lastReason(world, again.connection)).toBe('other_person');
  });
});

describe('a session at the provider that is older than ours may be', () => {
  it('sends the person back once, to show who they are, and is refused when the provider does not ask', async () => {
    const connection = await aSamlConnection(world, provider);
    const person = new SamlTraveller(world.nobody(), provider, connection.id);
    const first = await person.leave('/o/acme');
    const old = { draft: { subject: 'long ago', signedInAt: at(-13 * 3600, new Date()) } };
    const sent = await person.comeBack({ SAMLResponse: person.answer(first, old), RelayState: first.relayState });
    const question = questionOf(sent);
    expect([sent.startsWith('https://idp.example/sso?'), question.repeated]).toEqual([true, true]);
    const stubborn = { SAMLResponse: person.answer(question, old), RelayState: question.relayState };
    const copy = new SamlTraveller(world.nobody(), provider, connection.id);
    copy.jar = { ...person.jar };
    expect(await copy.comeBack(stubborn)).toMatch(/refused=failed/);
    const third = await person.leave('/o/acme');
    const back = await person.comeBack({ SAMLResponse: person.answer(third, old), RelayState: third.relayState });
    const asked = questionOf(back);
    const fresh = { draft: { subject: 'long ago', signedInAt: at(0, new Date()) } };
    expect(await person.comeBack({ SAMLResponse: person.answer(asked, fresh), RelayState: asked.relayState })).toBe(
      '/o/acme',
    );
  });
});

describe('signing out', () => {
  const theirs: Sender = { entityId: PROVIDER, consumerUrl: 'https://idp.example/none', key: provider.key };
  const to = (id: string) => ({ binding: 'redirect', url: samlAddress(id, 'logout'), responseUrl: null }) as const;
  const request = (
    id: string,
    subject: { value: string; sessionIndex: string | null },
    name = '_l1',
  ): Promise<string> =>
    logoutRequest(theirs, to(id), { id: name, relayState: 'theirs', subject: { ...subject, nameQualifier: PROVIDER } });
  const arrive = async (address: string): Promise<string> => {
    const { pathname, search } = new URL(address);
    return movedTo((await world.nobody().get(pathname + search)).text);
  };

  it('at the provider ends the session here, and the provider gets a signed answer', async () => {
    const { connection, me } = await signedIn('leaves');
    const other = new SamlTraveller(world.nobody(), provider, connection.id);
    expect(await other.signIn({ draft: { subject: 'stays', sessionIndex: 's-stays' } })).toBe('/');
    const answer = await arrive(await request(connection.id, { value: 'leaves', sessionIndex: 's-leaves' }));
    expect(await me()).toBe(401);
    expect((await world.nobody().get('/me', browser(other.jar))).status).toBe(200);
    expect(answer.startsWith('https://idp.example/slo?SAMLResponse=')).toBe(true);
    expect(new URL(answer).searchParams.get('RelayState')).toBe('theirs');
    const xml = decodeRedirected(new URL(answer).searchParams.get('SAMLResponse') ?? '');
    expect(attribute(parseXml(xml), 'InResponseTo')).toBe('_l1');
    const [event] = (await world.events({ action: 'session.ended_by_provider' })).slice(-1);
    expect(event?.['details']).toMatchObject({ via: connection.name, sessions: 1 });
  });

  it('ends every session of a person where the provider names none, also when it is posted', async () => {
    const { connection, me } = await signedIn('everywhere');
    const xml = `<samlp:LogoutRequest xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertion}" ID="_post" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${samlAddress(connection.id, 'logout')}"><saml:Issuer>${PROVIDER}</saml:Issuer><saml:NameID>everywhere</saml:NameID></samlp:LogoutRequest>`;
    const post = (message: string) =>
      world
        .nobody()
        .post(
          `/auth/sso/${connection.id}/saml/logout`,
          new URLSearchParams({ SAMLRequest: Buffer.from(message).toString('base64') }).toString(),
          FROM_ANOTHER_SITE,
        );
    expect(movedTo((await post(xml)).text)).toMatch(/refused=failed/);
    expect(await me()).toBe(200);
    expect(movedTo((await post(provider.signed(xml, '_post'))).text)).toContain(
      'https://idp.example/slo?SAMLResponse=',
    );
    expect(await me()).toBe(401);
  });

  it('is refused unsigned, by a stranger, and a second time', async () => {
    const { connection, me } = await signedIn('stays here');
    const address = await request(connection.id, { value: 'stays here', sessionIndex: null }, '_once');
    expect(await arrive(address.replace(/&Signature=[^&]*/, ''))).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('unsigned');
    const stranger = { ...theirs, key: (await PretendProvider.named('stranger')).key };
    const forged = await logoutRequest(stranger, to(connection.id), {
      id: '_x',
      relayState: '',
      subject: { value: 'stays here', nameQualifier: PROVIDER, sessionIndex: null },
    });
    expect(await arrive(forged)).toMatch(/refused=failed/);
    expect(await me()).toBe(200);
    expect(await arrive(address)).toContain('SAMLResponse=');
    expect(await arrive(address)).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('replayed');
  });

  it('here leads to the provider with a signed request about this session, where the connection says so', async () => {
    const { connection, person } = await signedIn('both', { signOutThere: true });
    const answer = await world.nobody().get('/auth/own-connection/sign-out', browser(person.jar));
    const url = new URL(String(answer.body.location));
    expect(url.href).toMatch(/^https:\/\/idp\.example\/slo\?SAMLRequest=/);
    const published = (await world.nobody().get(`/auth/sso/${connection.id}/saml/metadata`)).text;
    const [, pem = ''] = /X509Certificate>([^<]+)</.exec(published) ?? [];
    const { publicKey: key } = new X509Certificate(Buffer.from(pem, 'base64'));
    const found = verifyLogout(
      { query: url.search.slice(1) },
      {
        issuer: samlAddress(connection.id, 'metadata'),
        trust: { keys: [key] },
        logoutUrl: 'https://idp.example/slo',
        now: new Date(),
      },
    );
    expect(found).toMatchObject({
      kind: 'request',
      subject: { value: 'both', nameQualifier: PROVIDER },
      sessionIndexes: ['s-both'],
    });
    const quiet = await signedIn('only here');
    const none = await world.nobody().get('/auth/own-connection/sign-out', browser(quiet.person.jar));
    expect(none.body).toEqual({ location: null });
  });
});

describe('our own keys', () => {
  it('are made once, sealed, and published as certificates to anybody who asks', async () => {
    const { connection } = await signedIn('keys');
    const metadata = await world.nobody().get(`/auth/sso/${connection.id}/saml/metadata`);
    expect([metadata.status, metadata.headers['content-type']]).toEqual([
      200,
      'application/samlmetadata+xml; charset=utf-8',
    ]);
    expect(metadata.text.match(/use="(signing|encryption)"/g)).toEqual(['use="signing"', 'use="encryption"']);
    const rows = await world.sql<{ key_use: string; sealed: Buffer }>('SELECT * FROM saml_key ORDER BY key_use');
    expect(rows.map(({ key_use }) => key_use)).toEqual(['encryption', 'signing']);
    expect(rows.some(({ sealed }) => /PRIVATE|MII/.test(sealed.toString('latin1')))).toBe(false);
    expect((await world.nobody().get(`/auth/sso/${keeper.id}/saml/metadata`)).status).toBe(404);
  });
});
