import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../../test/world';
import { LOOPBACK } from '../oidc/oidc.fixture';
import { providerMetadata } from './fixture/metadata.fixture';
import { PretendProvider } from './fixture/pretend-provider.fixture';
import { aSamlConnection, attributes, questionOf, SamlTraveller } from './fixture/saml.fixture';
import { NS } from './message/namespaces';

let world: World;
let keeper: Person;
let peer: Server;
let answer: { status: number; body: string } = { status: 200, body: '' };
const provider = await PretendProvider.named();
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  keeper = await world.person({ platformAdmin: true });
  peer = createServer((_, response) => void response.writeHead(answer.status).end(answer.body));
  await new Promise<void>((listening) => void peer.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  peer.close();
  await world.close();
});

const address = (): string => `http://127.0.0.1:${(peer.address() as AddressInfo).port}/metadata`;
const metadata = (entityId = 'https://idp.example'): string =>
  providerMetadata({ entityId, certificates: [provider.key.certificate] });
const draft = async (): Promise<string> => {
  const made = await keeper.post('/sign-in-connections', { kind: 'saml', name: 'Contoso' });
  expect(made.body, made.text).toMatchObject({ state: 'draft', saml: { certificates: [] } });
  return `/sign-in-connections/${String(made.body.id)}`;
};
const upload = (path: string, content: string, fields = {}) =>
  keeper.upload(`${path}/saml-metadata`, { name: 'metadata.xml', content }, fields);

describe('a SAML connection', () => {
  it('says what is missing and which addresses the provider needs, until its metadata are read', async () => {
    const path = await draft();
    const { body } = await keeper.get(path);
    expect(body.missing).toHaveLength(3);
    expect(body.addresses.map(({ name }: { name: string }) => name)).toEqual(['entity_id', 'acs', 'single_logout']);
    const read = await upload(path, metadata());
    expect(read.status, read.text).toBe(200);
    expect(read.body).toMatchObject({
      choices: [],
      warnings: [],
      connection: {
        missing: [],
        saml: {
          entityId: 'https://idp.example',
          signOnUrl: 'https://idp.example/sso',
          logoutUrl: 'https://idp.example/slo',
          certificates: [{ subject: 'CN=idp.example', trouble: null }],
        },
      },
    });
    const [event] = (await world.events({ action: 'sso.connection.updated' })).slice(-1);
    expect(JSON.stringify(event?.['changes'])).toContain('https://idp.example');
  });

  it('asks which provider is meant, and takes the one that is named', async () => {
    const path = await draft();
    const several = `<EntitiesDescriptor xmlns="${NS.metadata}">${metadata('a')}${metadata('b')}</EntitiesDescriptor>`;
    const asked = await upload(path, several);
    expect(asked.body).toEqual({
      connection: null,
      choices: [
        { entityId: 'a', name: null },
        { entityId: 'b', name: null },
      ],
      warnings: [],
    });
    expect((await upload(path, several, { entityId: 'b' })).body.connection.saml.entityId).toBe('b');
  });

  it.each([
    ['', '/file', 'empty'],
    ['<html></html>', '/file', 'web_page'],
    ['<a/>', '/file', 'not_metadata'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', '/file', 'doctype'],
    [metadata().replace(/<KeyDescriptor.*<\/KeyDescriptor>/s, ''), '/file', 'no_certificate'],
  ])('refuses %j with a sentence and changes nothing', async (content, pointer, code) => {
    const path = await draft();
    const refused = await upload(path, content);
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [expect.objectContaining({ pointer, code, detail: expect.stringMatching(/\.$/) })],
    ]);
    expect((await keeper.get(path)).body.version).toBe(1);
  });

  it('reads metadata behind an address, through the one door to other systems', async () => {
    const path = await draft();
    const fetch = (url: string) => keeper.post(`${path}/saml-metadata/fetch`, { url });
    answer = { status: 200, body: metadata() };
    expect((await fetch(address())).body.connection.saml.metadataUrl).toBe(address());
    answer = { status: 404, body: '' };
    expect((await fetch(address())).body.errors).toMatchObject([{ pointer: '/url', code: 'not_found' }]);
    answer = { status: 200, body: 'x'.repeat(3 * 1024 * 1024) };
    expect((await fetch(address())).body.errors).toMatchObject([{ pointer: '/url', code: 'too_large' }]);
    for (const [url, code] of [
      ['http://169.254.169.254/latest', 'address'],
      ['https://169.254.169.254/latest', 'blocked'],
      ['file:///etc/passwd', 'address'],
    ] as const)
      expect((await fetch(url)).body.errors).toMatchObject([{ pointer: '/url', code }]);
  });

  it('is checked without anybody signing in', async () => {
    const path = await draft();
    answer = { status: 200, body: metadata() };
    await keeper.post(`${path}/saml-metadata/fetch`, { url: address() });
    expect((await keeper.post(`${path}/check`)).body).toMatchObject({ works: true });
    answer = { status: 200, body: metadata('https://somebody.example') };
    expect((await keeper.post(`${path}/check`)).body).toMatchObject({
      works: false,
      reason: 'issuer_mismatch',
      pointer: '/saml/metadataUrl',
    });
  });

  it.each([
    [{ signOnUrl: 'http://idp.example/sso' }, '/saml/signOnUrl'],
    [{ logoutUrl: 'javascript:alert(1)' }, '/saml/logoutUrl'],
    [{ certificates: ['no certificate'] }, '/saml/certificates/0'],
    [{ emailAttribute: 'with space' }, '/saml/emailAttribute'],
    [{ colour: 'red' }, '/saml/colour'],
  ])('refuses %j by its field', async (saml, pointer) => {
    const refused = await keeper.patch(await draft(), { saml });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('belongs to the installation: nobody else reads or changes it', async () => {
    const path = await draft();
    const person = await world.person();
    expect((await person.get(path)).status).toBe(403);
    expect((await person.post(`${path}/saml-metadata/fetch`, { url: address() })).status).toBe(403);
    const stale = await world.person({ platformAdmin: true, signedInMinutesAgo: 20 });
    const late = await stale.post(`${path}/saml-metadata/fetch`, { url: address() });
    expect(late.body.code).toBe('step_up.required');
  });
});

describe('testing a connection', () => {
  const begin = async () => {
    const connection = await aSamlConnection(world, provider, { state: 'draft' });
    const path = `/sign-in-connections/${connection.id}`;
    const start = await keeper.post(`${path}/tests`);
    const traveller = new SamlTraveller(world.nobody(), provider, connection.id);
    traveller.take(start);
    return {
      path,
      traveller,
      location: String(start.body.location),
      outcome: async () => (await keeper.get(`${path}/tests/${String(start.body.id)}`)).body,
    };
  };
  const comeBack = async ({ traveller, location }: Awaited<ReturnType<typeof begin>>, making = {}) => {
    const { searchParams } = new URL(location);
    const SAMLResponse = traveller.answer(questionOf(location), making);
    return traveller.comeBack({ SAMLResponse, RelayState: searchParams.get('RelayState') ?? '' });
  };

  it('shows what the provider says and who that would be, and lets nobody in', async () => {
    const test = await begin();
    expect((await test.outcome()).state).toBe('pending');
    const said = attributes({ mail: 'tess@saml.example', displayName: 'Tess', groups: ['a', 'b'] });
    expect(await comeBack(test, { draft: { subject: 'tess', attributes: said } })).toBe('/sso/done?result=ok');
    expect(await test.outcome()).toMatchObject({
      state: 'passed',
      email: 'tess@saml.example',
      groups: ['a', 'b'],
      person: 'new',
      claims: { NameID: 'tess', displayName: 'Tess', groups: ['a', 'b'] },
    });
    expect(await world.sql("SELECT 1 FROM user_account WHERE email = 'tess@saml.example'")).toEqual([]);
    expect((await keeper.post(`${test.path}/enable`)).body.state).toBe('enabled');
  });

  it('puts a failure into words that name the field to look at', async () => {
    const test = await begin();
    expect(await comeBack(test, { sign: 'assertion' })).toBe('/sso/done?result=refused');
    expect(await test.outcome()).toMatchObject({
      state: 'refused',
      reason: 'unsigned',
      sentence: expect.stringContaining('Sign the response and the assertion.'),
    });
    expect((await keeper.post(`${test.path}/enable`)).body.code).toBe('connection.untested');
  });
});
