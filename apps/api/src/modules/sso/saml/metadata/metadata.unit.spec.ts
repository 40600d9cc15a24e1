import { describe, expect, it } from 'vitest';
import { filesOf, sampled, sampleXml } from '../fixture/samples.fixture';
import { selfSigned } from '../keys/self-signed';
import { BINDING, NS } from '../message/namespaces';
import { METADATA_PROBLEMS, MetadataProblem } from './metadata.problem';
import { readMetadata, type ProviderMetadata } from './metadata.reader';
import { ownMetadata } from './own-metadata';

const NOW = new Date('2031-03-04T10:00:00Z');
const one = await selfSigned('one', NOW);
const two = await selfSigned('two', new Date('2021-03-10T10:00:00Z'));
const three = await selfSigned('three', new Date('2010-01-01T00:00:00Z'));

const base64 = (pem: string): string => pem.replace(/-----[A-Z ]+-----/g, '');
const key = (pem: string, use = 'use="signing"'): string =>
  `<KeyDescriptor ${use}><KeyInfo xmlns="${NS.signature}"><X509Data><X509Certificate>${base64(pem)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
const service = (name: string, binding: string, url: string): string =>
  `<${name} Binding="${binding}" Location="${url}"/>`;
const SIGN_ON = service('SingleSignOnService', BINDING.redirect, 'https://idp.example/sso');

const entity = (inside: string, entityId = 'https://idp.example'): string =>
  `<EntityDescriptor xmlns="${NS.metadata}" entityID="${entityId}"><!-- exported --><IDPSSODescriptor protocolSupportEnumeration="${NS.protocol}">${inside}</IDPSSODescriptor></EntityDescriptor>`;

const provider = (text: string, chosen?: string): ProviderMetadata => {
  const found = readMetadata(text, NOW, chosen);
  if ('provider' in found) return found.provider;
  throw new Error('a choice');
};
const problem = (text: string, chosen?: string): string => {
  try {
    readMetadata(text, NOW, chosen);
    return 'read';
  } catch (error) {
    if (error instanceof MetadataProblem) return error.code;
    throw error;
  }
};

describe('metadata of an identity provider', () => {
  it('gives its addresses, redirect first, and every signing certificate once', () => {
    const found = provider(
      entity(
        key(one.certificate) +
          key(two.certificate, '') +
          key(one.certificate) +
          key(three.certificate, 'use="encryption"') +
          service('SingleLogoutService', BINDING.post, 'https://idp.example/slo') +
          service('SingleSignOnService', BINDING.post, 'https://idp.example/post') +
          SIGN_ON,
      ),
    );
    expect(found).toMatchObject({
      entityId: 'https://idp.example',
      signOn: [
        { binding: 'redirect', url: 'https://idp.example/sso' },
        { binding: 'post', url: 'https://idp.example/post' },
      ],
      logout: [{ binding: 'post', url: 'https://idp.example/slo' }],
    });
    expect(found.certificates.map(({ subject, trouble }) => [subject, trouble])).toEqual([
      ['CN=one', null],
      ['CN=two', 'expires_soon'],
    ]);
  });

  it('says which certificate has expired', () => {
    const { certificates } = provider(entity(key(one.certificate) + key(three.certificate) + SIGN_ON));
    expect(certificates.map(({ trouble }) => trouble)).toEqual([null, 'expired']);
  });

  it('asks which provider is meant where there are several', () => {
    const several = `<EntitiesDescriptor xmlns="${NS.metadata}">${entity(key(one.certificate) + SIGN_ON, 'a')}${entity(key(two.certificate) + SIGN_ON, 'b')}</EntitiesDescriptor>`;
    expect(readMetadata(several, NOW)).toEqual({
      choices: [
        { entityId: 'a', name: null },
        { entityId: 'b', name: null },
      ],
    });
    expect(provider(several, 'b').certificates[0]!.subject).toBe('CN=two');
    expect(problem(several, 'c')).toBe('unknown_provider');
  });

  it.each([
    ['empty', ' '],
    ['web_page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['not_xml', '<EntityDescriptor'],
    ['not_xml', '{"issuer":"https://idp.example"}'],
    ['doctype', `<!DOCTYPE x><x/>`],
    ['not_metadata', '<rss/>'],
    ['no_provider', `<EntityDescriptor xmlns="${NS.metadata}" entityID="x"><SPSSODescriptor/></EntityDescriptor>`],
    ['no_entity_id', entity(key(one.certificate) + SIGN_ON, '')],
    [
      'no_protocol',
      entity(key(one.certificate) + SIGN_ON).replace(NS.protocol, 'urn:oasis:names:tc:SAML:1.1:protocol'),
    ],
    ['no_sign_on', entity(key(one.certificate))],
    [
      'no_sign_on',
      entity(
        key(one.certificate) + service('SingleSignOnService', 'urn:oasis:names:tc:SAML:2.0:bindings:SOAP', 'https://x'),
      ),
    ],
    [
      'insecure_address',
      entity(key(one.certificate) + service('SingleSignOnService', BINDING.redirect, 'http://idp.example/sso')),
    ],
    [
      'insecure_address',
      entity(key(one.certificate) + service('SingleSignOnService', BINDING.redirect, 'javascript:alert(1)')),
    ],
    ['no_certificate', entity(SIGN_ON)],
    ['no_certificate', entity(key(one.certificate, 'use="encryption"') + SIGN_ON)],
    ['bad_certificate', entity(key('AAAA') + SIGN_ON)],
    ['too_large', entity(key(one.certificate) + SIGN_ON).replace('exported', 'x'.repeat(2 * 1024 * 1024))],
  ])('%s: says what is missing', (code, text) => {
    expect(problem(text)).toBe(code);
    expect(METADATA_PROBLEMS[code as keyof typeof METADATA_PROBLEMS]).toMatch(/\.$/);
  });
});

describe.skipIf(!sampled)('metadata collected by other libraries', () => {
  const folder = 'saml-python3/data/metadata';
  it.each([
    ['entities_metadata.xml', 'no_provider'],
    ['idp_metadata2.xml', 'insecure_address'],
    ['idp_metadata_multi_certs.xml', '1 to sign in, 1 to log out, 2 certificates'],
    ['idp_metadata_multi_signing_certs.xml', '1 to sign in, 1 to log out, 2 certificates'],
    ['idp_metadata_same_sign_and_encrypt_cert.xml', '2 to sign in, 0 to log out, 1 certificates'],
    ['idp_multiple_descriptors.xml', '2 providers'],
    ['metadata_settings1.xml', 'no_provider'],
    ['noentity_metadata_settings1.xml', 'not_metadata'],
    ['signed_metadata_settings1.xml', 'no_provider'],
    ['testshib-providers.xml', '2 to sign in, 0 to log out, 1 certificates'],
    ['unparsed_metadata.xml', 'not_xml'],
  ])('%s: %s', (file, answer) => {
    expect(answerOf(sampleXml(`${folder}/${file}`))).toBe(answer);
  });

  it('never ends in anything but an answer or a sentence', () => {
    for (const collection of ['saml-python3', 'saml-ruby', 'saml-node', 'saml-crewjam'])
      for (const file of filesOf(collection)) expect(answerOf(sampleXml(file)), file).toMatch(/\w/);
  });
});

function answerOf(text: string): string {
  try {
    const found = readMetadata(text, new Date('2014-04-01T00:00:00Z'));
    if ('choices' in found) return `${found.choices.length} providers`;
    const { signOn, logout, certificates } = found.provider;
    return `${signOn.length} to sign in, ${logout.length} to log out, ${certificates.length} certificates`;
  } catch (error) {
    if (error instanceof MetadataProblem) return error.code;
    throw error;
  }
}

describe('our own metadata', () => {
  it('offers what we accept: signed requests, GCM encryption, persistent names, one consumer address', () => {
    const text = ownMetadata(
      {
        entityId: 'https://st0r.example/saml?a=1&b=2',
        consumerUrl: 'https://st0r.example/acs',
        logoutUrl: 'https://st0r.example/slo',
      },
      { signing: one.certificate, encryption: two.certificate },
    );
    expect(text).toContain('entityID="https://st0r.example/saml?a=1&amp;b=2"');
    expect(text).toContain('AuthnRequestsSigned="true" WantAssertionsSigned="true"');
    expect(text).not.toContain('cbc');
    expect(problem(text)).toBe('no_provider');
  });
});
