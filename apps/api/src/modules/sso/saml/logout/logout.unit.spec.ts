import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { at, NOW, PretendProvider, PROVIDER } from '../fixture/pretend-provider.fixture';
import { expectationFor, filesOf, sampled, sampleXml, WITH_SHA1 } from '../fixture/samples.fixture';
import { decodePosted, decodeRedirected } from '../message/message.decoder';
import { NS, STATUS_SUCCESS } from '../message/namespaces';
import { attribute, parseXml } from '../message/saml-element';
import type { Endpoint } from '../metadata/metadata.reader';
import { SamlRefusal } from '../refusal';
import { logoutRequest, logoutResponse, signInRequest, type Sender } from '../requests/request.builder';
import { verifyQuery } from '../signature/query.signature';
import { signedBytes } from '../signature/signature.verifier';
import { verifyLogout, type LogoutExpectation, type LogoutMessage, type VerifiedLogout } from './logout.reader';

const LOGOUT = 'https://st0r.example/saml/logout';
const provider = await PretendProvider.named();
const ours = await PretendProvider.named('st0r');
const expected = (change: Partial<LogoutExpectation> = {}): LogoutExpectation => ({
  issuer: PROVIDER,
  trust: { keys: [provider.publicKey] },
  logoutUrl: LOGOUT,
  now: NOW,
  ...change,
});

const request = (inside = '', issuer = PROVIDER): string =>
  `<samlp:LogoutRequest xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertion}" ID="_l1" Version="2.0" IssueInstant="${at(-1)}" Destination="${LOGOUT}"${inside}><saml:Issuer>${issuer}</saml:Issuer><saml:NameID NameQualifier="${PROVIDER}">p-1001</saml:NameID><samlp:SessionIndex>s-1</samlp:SessionIndex></samlp:LogoutRequest>`;
const posted = (xml: string): LogoutMessage => ({ SAMLRequest: Buffer.from(xml).toString('base64'), RelayState: 'r' });
const outcome = (message: LogoutMessage, change?: Partial<LogoutExpectation>): string => {
  try {
    return verifyLogout(message, expected(change)).kind;
  } catch (error) {
    if (error instanceof SamlRefusal) return error.code;
    throw error;
  }
};

/** The provider's own redirected messages, written by the same builder under its key. */
const sender: Sender = { entityId: PROVIDER, consumerUrl: 'https://idp.example/none', key: provider.key };
const to: Endpoint = { binding: 'redirect', url: LOGOUT, responseUrl: null };
const queryOf = (url: string): string => new URL(url).search.slice(1);
const subject = { value: 'p-1001', nameQualifier: PROVIDER, sessionIndex: 's-1' };
const redirected = async (): Promise<string> =>
  queryOf(await logoutRequest(sender, to, { id: '_l2', relayState: 'r-2', subject }));

describe('a logout that the provider begins', () => {
  it('is believed when it is signed, posted', () => {
    const found = verifyLogout(posted(provider.signed(request(), '_l1')), expected());
    expect(found).toMatchObject({
      kind: 'request',
      id: '_l1',
      subject: { value: 'p-1001', nameQualifier: PROVIDER },
      sessionIndexes: ['s-1'],
      relayState: 'r',
    });
  });

  it('is believed when it is signed, redirected', async () => {
    const found = verifyLogout({ query: await redirected() }, expected({ now: new Date() })) as VerifiedLogout & {
      kind: 'request';
    };
    expect(found).toMatchObject({ kind: 'request', id: '_l2', sessionIndexes: ['s-1'], relayState: 'r-2' });
  });

  it('is refused unsigned, by a stranger, late, elsewhere, and over', async () => {
    const stranger = await PretendProvider.named('stranger');
    expect(outcome(posted(request()))).toBe('signature.message_missing');
    expect(outcome(posted(stranger.signed(request(), '_l1')))).toBe('signature.invalid');
    expect(outcome(posted(provider.signed(request('', 'https://other.example'), '_l1')))).toBe('issuer.wrong');
    expect(outcome(posted(provider.signed(request(), '_l1')), { logoutUrl: 'https://st0r.example' })).toBe(
      'destination.wrong',
    );
    expect(outcome(posted(provider.signed(request(), '_l1')), { now: new Date(at(400)) })).toBe('time.old');
    expect(outcome(posted(provider.signed(request(` NotOnOrAfter="${at(-61)}"`), '_l1')))).toBe('time.expired');
  });

  it('is refused when the query was changed, shortened, doubled or stripped of its signature', async () => {
    const query = await redirected();
    const now = { now: new Date() };
    expect(outcome({ query: query.replace('RelayState=r-2', 'RelayState=r-3') }, now)).toBe('signature.invalid');
    expect(outcome({ query: query.replace('&RelayState=r-2', '') }, now)).toBe('signature.invalid');
    expect(outcome({ query: query.replace(/&Signature=[^&]*/, '') }, now)).toBe('signature.message_missing');
    expect(outcome({ query: `${query}&SAMLRequest=x` }, now)).toBe('message.unexpected');
    expect(outcome({ query: `${query}&SAMLResponse=x` }, now)).toBe('message.missing');
    expect(outcome({ query: query.replace('rsa-sha256', 'rsa-sha1') }, now)).toBe('signature.algorithm');
  });
});

describe('our own messages', () => {
  const us: Sender = {
    entityId: 'https://st0r.example/saml',
    consumerUrl: 'https://st0r.example/saml/acs',
    key: ours.key,
  };
  const idp: Endpoint = {
    binding: 'redirect',
    url: 'https://idp.example/sso?tenant=7',
    responseUrl: 'https://idp.example/done',
  };
  const key = createPublicKey(ours.key.certificate);

  it('ask for a sign-in by redirect, signed, with an opaque relay state, keeping the query of the address', async () => {
    const made = await signInRequest(us, idp, { id: '_q1', relayState: 'opaque', repeated: true });
    expect(made).toMatchObject({
      binding: 'redirect',
      url: expect.stringContaining('https://idp.example/sso?tenant=7&'),
    });
    const found = verifyQuery(queryOf(made.url), { keys: [key] });
    expect(found).toMatchObject({ kind: 'SAMLRequest', relayState: 'opaque' });
    const root = parseXml(decodeRedirected(found.message));
    expect(['ID', 'ForceAuthn', 'AssertionConsumerServiceURL'].map((name) => attribute(root, name))).toEqual([
      '_q1',
      'true',
      us.consumerUrl,
    ]);
  });

  it('ask by form where the provider takes nothing else, signed inside', async () => {
    const made = await signInRequest(
      us,
      { ...idp, binding: 'post' },
      { id: '_q2', relayState: 'opaque', repeated: false },
    );
    const fields = 'fields' in made ? made.fields : {};
    const xml = decodePosted(fields.SAMLRequest);
    const root = parseXml(signedBytes(xml, parseXml(xml), { keys: [key] }));
    expect([attribute(root, 'ID'), attribute(root, 'ForceAuthn'), fields.RelayState]).toEqual([
      '_q2',
      undefined,
      'opaque',
    ]);
  });

  it('answer a logout where the provider wants its answers', async () => {
    const url = await logoutResponse(us, idp, { id: '_q3', relayState: 'r', answers: '_l1', success: true });
    expect(url).toMatch(/^https:\/\/idp\.example\/done\?/);
    const root = parseXml(decodeRedirected(verifyQuery(queryOf(url), { keys: [key] }).message));
    expect([attribute(root, 'InResponseTo'), root.textContent, root.toString().includes(STATUS_SUCCESS)]).toEqual([
      '_l1',
      us.entityId,
      true,
    ]);
  });
});

describe.skipIf(!sampled)('logout messages collected by other libraries', () => {
  const files = ['saml-python3', 'saml-ruby', 'saml-node']
    .flatMap(filesOf)
    .filter((file) => /logout_|slo_request/.test(file) && /\.xml$/.test(file));

  it('are refused: unsigned, or signed with SHA-1, or where that counts, from another issuer', () => {
    expect(files.length).toBeGreaterThan(10);
    const trust = { ...expectationFor('saml-node/cert.pem').trust, algorithms: WITH_SHA1 };
    for (const file of files) {
      const outcomes = [outcome(posted(sampleXml(file))), outcome(posted(sampleXml(file)), { trust })];
      const signed = ['signature.algorithm', 'issuer.wrong'];
      const unsigned = ['signature.message_missing', 'signature.message_missing'];
      expect([file, outcomes]).toEqual([file, file.startsWith('saml-node') ? signed : unsigned]);
    }
  });
});
