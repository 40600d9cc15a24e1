import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPysaml2 } from '../../../../../../tools/saml/pysaml2.mjs';
import { startSimpleSaml, type SamlProvider } from '../../../../../../tools/saml/simplesaml.mjs';
import { ProviderVisitor } from '../../../../test/providers/visitor';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { LOOPBACK, lastReason } from '../oidc/oidc.fixture';
import { aConnection, aMapping, browser } from '../sso.fixture';
import { configureSaml } from './connection/saml-config';
import { PretendProvider } from './fixture/pretend-provider.fixture';
import { formOf, movedTo, samlAddress, SamlTraveller } from './fixture/saml.fixture';

let world: World;
let keeper: Person;
let acme: TestOrganisation;
let provider: SamlProvider | undefined;
const nobody = await PretendProvider.named();
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
afterEach(async () => provider?.stop());
afterAll(() => world.close());

/** How both providers say that somebody signed in. */
const TRUSTED = ['Password', 'PasswordProtectedTransport'].map(
  (name) => `urn:oasis:names:tc:SAML:2.0:ac:classes:${name}`,
);

/** A connection that is made the way an administrator does: our metadata go there, theirs come here. */
async function connected(
  start: (ourMetadata: string) => Promise<SamlProvider>,
  saml: Parameters<typeof configureSaml>[1],
): Promise<SignInConnectionEntity> {
  const config = { ...configureSaml({}, saml) };
  const connection = await aConnection(world, { kind: 'saml', config, mfaTrusted: true, mfaAcr: TRUSTED });
  const ours = await world.nobody().get(`/auth/sso/${connection.id}/saml/metadata`);
  provider = await start(ours.text);
  const read = await keeper.post(`/sign-in-connections/${connection.id}/saml-metadata/fetch`, {
    url: provider.metadataUrl,
  });
  expect(read.body, read.text).toMatchObject({ choices: [], connection: { saml: { entityId: provider.entityId } } });
  return connection;
}

/** Follows a browser from our address to the form the provider has it post to us. */
async function formAt(
  visitor: ProviderVisitor,
  location: string,
  person?: Record<string, string>,
): Promise<Record<string, string>> {
  let [url, answer] = [location, await visitor.get(location)];
  for (let step = 0; step < 10; step += 1) {
    const next = answer.headers.get('location');
    if (next) {
      url = new URL(next, url).href;
      answer = await visitor.get(url);
      continue;
    }
    const { action, fields } = formOf(await answer.text());
    if (fields['SAMLResponse']) return fields;
    url = new URL(action, url).href;
    answer = await visitor.post(url, { ...fields, ...person });
  }
  throw new Error(`The provider did not come to an end:\n${provider?.lastWords()}`);
}

describe('M01 SimpleSAMLphp', () => {
  const MARA = { username: 'mara', password: 'correct horse' };

  it('signs somebody in, follows a step-up and a logout from here, and changes its certificate', async () => {
    const connection = await connected(startSimpleSaml, { groupsAttribute: 'groups', signOutThere: true });
    await aMapping(world, keeper, { connection, group: 'msp-technicians', organisation: acme, role: 'technician' });
    const mara = new SamlTraveller(world.nobody(), nobody, connection.id);
    const visitor = new ProviderVisitor();
    const { location } = await mara.leave('/o/acme');
    expect(await mara.comeBack(await formAt(visitor, location, MARA))).toBe('/o/acme');
    const me = await world.nobody().get('/me', browser(mara.jar));
    expect(me.body).toMatchObject({ email: 'mara@example.test', name: 'Mara Lind' });
    const [membership] = await world.sql('SELECT source FROM membership WHERE user_id = ?', [me.body.id]);
    expect(membership).toEqual({ source: 'sso' });

    const asked = await world.nobody().post('/auth/own-connection/step-up', { class: 'sign_in' }, browser(mara.jar));
    mara.take(asked);
    const proof = await formAt(visitor, String(asked.body.location), MARA);
    expect(await mara.comeBack(proof)).toBe('/sso/done?result=ok');

    const { body } = await world.nobody().get('/auth/own-connection/sign-out', browser(mara.jar));
    const signedOut = await afterLogout(visitor, String(body.location), connection.id);
    expect(movedTo((await world.nobody().get(signedOut)).text)).toBe('/login');

    (provider as Awaited<ReturnType<typeof startSimpleSaml>>).changeCertificate();
    const again = new SamlTraveller(world.nobody(), nobody, connection.id);
    const { location: second } = await again.leave();
    expect(await again.comeBack(await formAt(new ProviderVisitor(), second, MARA))).toMatch(/refused=failed/);
    expect(await lastReason(world, connection)).toBe('signature_wrong');
    const path = `/sign-in-connections/${connection.id}/saml-metadata/fetch`;
    const renewed = await keeper.post(path, { url: provider?.metadataUrl });
    expect(renewed.body.connection.saml.certificates).toMatchObject([{ subject: 'CN=SimpleSAMLphp renewed' }]);
    const { location: third } = await again.leave();
    expect(await again.comeBack(await formAt(new ProviderVisitor(), third, MARA))).toBe('/');
  });
});

describe('M01 pysaml2', () => {
  it('signs somebody in with an encrypted assertion, and attributes by their friendly names', async () => {
    const start = (ours: string): Promise<SamlProvider> => startPysaml2(ours, { encrypt: true });
    const connection = await connected(start, { emailAttribute: 'mail', groupsAttribute: 'eduPersonAffiliation' });
    const jonas = new SamlTraveller(world.nobody(), nobody, connection.id);
    const { location } = await jonas.leave();
    const form = await formAt(new ProviderVisitor(), location);
    expect(Buffer.from(form['SAMLResponse'] ?? '', 'base64').toString()).not.toContain('jonas');
    expect(await jonas.comeBack(form)).toBe('/');
    const me = await world.nobody().get('/me', browser(jonas.jar));
    expect(me.body).toMatchObject({ email: 'jonas@example.test', name: 'Jonas Falk' });
  });
});

/** From our logout request to the provider's answer: its path here. */
async function afterLogout(visitor: ProviderVisitor, location: string, id: string): Promise<string> {
  let url = location;
  for (let step = 0; step < 10 && !url.startsWith(samlAddress(id, 'logout')); step += 1) {
    const answer = await visitor.get(url);
    url = new URL(answer.headers.get('location') ?? '', url).href;
  }
  const { pathname, search } = new URL(url);
  return pathname + search;
}
