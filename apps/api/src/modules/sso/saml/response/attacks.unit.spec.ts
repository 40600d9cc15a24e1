import {
  createHmac,
  createPrivateKey,
  createSecretKey,
  type KeyObject,
  type BinaryLike,
  type KeyLike,
} from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignatureAlgorithm } from 'xml-crypto';
import { PretendProvider, type Making } from '../fixture/pretend-provider.fixture';
import { speakOf, WRAPPINGS } from '../fixture/wrapping.fixture';
import { decodeRedirected } from '../message/message.decoder';
import { SamlRefusal } from '../refusal';
import { ACCEPTED, digestAlgorithm, signatureAlgorithm } from '../signature/signature.algorithms';
import type { ResponseExpectation } from './response.expectation';
import { verifyResponse } from './response.verifier';

const [provider, attacker, ours] = await Promise.all([
  PretendProvider.named('idp'),
  PretendProvider.named('attacker'),
  PretendProvider.named('st0r'),
]);
const reading = (xml: string, change: Partial<ResponseExpectation> = {}): string => {
  try {
    return verifyResponse(Buffer.from(xml).toString('base64'), provider.expectation(change)).subject.value;
  } catch (error) {
    if (error instanceof SamlRefusal) return error.code;
    throw error;
  }
};
const outcome = (making: Making, change?: Partial<ResponseExpectation>): string =>
  reading(provider.xml(making), change);

const privateKeyOf = (who: PretendProvider): KeyObject => createPrivateKey(who.key.privateKey);

const VICTIM = 'p-1001';
const ADMIN = 'p-0001';
const STRUCTURE = /^(assertion\.several|signature\.(misplaced|shape)|message\.(duplicate_id|unexpected))$/;

describe('M10 a signature wrapped around something else', () => {
  it.each(Object.keys(WRAPPINGS))('%s: refused', (name) => {
    const xml = WRAPPINGS[name]!(provider.xml(), speakOf(VICTIM, ADMIN));
    expect(xml).toContain(`>${ADMIN}<`);
    expect(reading(xml)).toMatch(/\./);
  });

  // Even a provider that would sign the wrapped response itself does not get it read: the shape alone refuses it.
  it.each(Object.keys(WRAPPINGS).slice(2))('%s: refused by its shape although the response is signed anew', (name) => {
    const making: Making = { response: (xml) => WRAPPINGS[name]!(xml, speakOf(VICTIM, ADMIN)) };
    expect(outcome(making)).toMatch(STRUCTURE);
  });

  it('refuses the same wrappings with the ID kept, so that one ID names two elements', () => {
    const keepId = (xml: string): string => xml.replaceAll(`>${VICTIM}<`, `>${ADMIN}<`);
    for (const wrap of Object.values(WRAPPINGS)) expect(reading(wrap(provider.xml(), keepId))).toMatch(/\./);
  });

  it('whatever piece is copied anywhere else, nobody else is read', () => {
    const xml = provider.xml();
    const evil = xml.replaceAll(`>${VICTIM}<`, `>${ADMIN}<`);
    const pieces = [...evil.matchAll(/<(\w+:\w+)[\s>]/g)].map(({ index, 1: name }) =>
      evil.slice(index, evil.indexOf(`</${name}>`, index) + name!.length + 3),
    );
    const places = [...xml.matchAll(/></g)].map(({ index }) => index + 1);
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...places), (piece, place) => {
        expect(reading(xml.slice(0, place) + piece + xml.slice(place))).not.toBe(ADMIN);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses two root elements', () => {
    expect(reading(provider.xml() + provider.xml())).toBe('message.not_xml');
  });
});

describe('M11 signatures that say two things', () => {
  it('CVE-2025-29774: a second SignedInfo is refused', () => {
    const xml = provider.xml().replace(/(<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>)/, '$1$1');
    expect(reading(xml)).toBe('signature.shape');
  });

  it('CVE-2025-29775: a comment inside the digest is refused', () => {
    const xml = provider.xml().replace('<ds:DigestValue>', '<ds:DigestValue><!--forged-->');
    expect(reading(xml)).toBe('message.comment');
  });

  it.each([
    ['a second reference', /(<ds:Reference[\s\S]*?<\/ds:Reference>)/, '$1$1'],
    [
      'another transform',
      '<ds:Transforms>',
      '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>',
    ],
    ['a reference to everything', /URI="#[^"]*"/, 'URI=""'],
    [
      'inclusive canonicalisation',
      'http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod',
      'http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><ds:SignatureMethod',
    ],
    ['an object', '</ds:Signature>', '<ds:Object/></ds:Signature>'],
  ])('%s is refused', (_, what, by) => {
    const xml = provider.xml();
    const forged = xml.replace(what, by);
    expect(forged).not.toBe(xml);
    expect(reading(forged)).toMatch(/^signature\.(shape|algorithm)$/);
  });

  it('a changed byte is refused wherever it is', () => {
    const changes = [
      [`>${VICTIM}<`, `>${ADMIN}<`],
      ['mara@', 'mark@'],
      ['"s-1"', '"s-2"'],
      ['Version="2.0"', 'Version="2.0" Consent="x"'],
    ] as const;
    for (const [what, by] of changes) expect(reading(provider.xml().replace(what, by))).toBe('signature.invalid');
  });
});

describe('M12 a comment inside a name', () => {
  it('is refused, never cut off, although the signature allows it', () => {
    const making: Making = {
      draft: { subject: 'admin@x.evil' },
      after: (xml) => xml.replace('admin@x.evil', 'admin@x<!--c-->.evil'),
    };
    expect(outcome({ draft: { subject: 'admin@x.evil' } })).toBe('admin@x.evil');
    expect(outcome(making)).toBe('message.comment');
  });

  it('is refused as a processing instruction and as CDATA too', () => {
    const after = (by: string): Making => ({ after: (xml) => xml.replace(VICTIM, `p-${by}1001`) });
    expect(outcome(after('<?cut?>'))).toBe('message.instruction');
    expect(outcome(after('<![CDATA[]]>'))).toBe('message.comment');
  });
});

describe('M13 messages made to hurt', () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(50)}">${'bcdefghij'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
    .join('')}]><r>&j;</r>`;

  it.each([
    ['a document type', '<!DOCTYPE r><r/>', 'message.doctype'],
    ['an external entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', 'message.doctype'],
    ['an entity bomb', bomb, 'message.doctype'],
    ['an undeclared entity', '<r>&nbsp;</r>', 'message.not_xml'],
    ['a style sheet', '<?xml-stylesheet href="https://evil.example"?><r/>', 'message.instruction'],
    ['10,000 levels', '<r>'.repeat(10_000) + '</r>'.repeat(10_000), 'message.too_large'],
    ['5 MB', `<r>${'x'.repeat(5 * 1024 * 1024)}</r>`, 'message.too_large'],
    ['nothing', '', 'message.missing'],
  ])('%s: refused', (_, xml, code) => {
    expect(reading(xml)).toBe(code);
  });

  it('a deflate bomb is cut off at the limit', () => {
    const bytes = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' ')).toString('base64');
    expect(() => decodeRedirected(bytes)).toThrow(expect.objectContaining({ code: 'message.too_large' }));
  });
});

const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1';
const RSA_SHA1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
const HMAC = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
const HMAC256 = 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256';

class Hmac implements SignatureAlgorithm {
  getAlgorithmName = (): string => HMAC256;
  getSignature = (text: BinaryLike, key: KeyLike): string =>
    createHmac('sha256', key as never)
      .update(text as string)
      .digest('base64');
  verifySignature = (): boolean => true;
}

describe('M14 signatures by whoever', () => {
  it('an attacker’s key with its certificate in KeyInfo is refused', () => {
    const xml = attacker.xml({ draft: { subject: ADMIN } });
    expect(xml).toContain('X509Certificate');
    expect(reading(xml)).toBe('signature.invalid');
  });

  it('SHA-1 is refused, as signature and as digest', () => {
    const algorithms = {
      signatures: {
        ...ACCEPTED.signatures,
        [RSA_SHA1]: signatureAlgorithm({ uri: RSA_SHA1, hash: 'sha1', key: 'rsa' }),
      },
      digests: { ...ACCEPTED.digests, [SHA1]: digestAlgorithm(SHA1, 'sha1') },
    };
    expect(outcome({ signature: { signature: RSA_SHA1, algorithms } })).toBe('signature.algorithm');
    expect(outcome({ signature: { digest: SHA1, algorithms } })).toBe('signature.algorithm');
  });

  it('an HMAC with our pinned certificate as its secret is refused', () => {
    const secret = createSecretKey(Buffer.from(provider.key.certificate));
    for (const uri of [HMAC, HMAC256]) {
      const algorithms = { ...ACCEPTED, signatures: { [uri]: Hmac } };
      expect(outcome({ signature: { signature: uri, key: secret, algorithms } })).toBe('signature.algorithm');
    }
  });
});

describe('M16 encrypted assertions', () => {
  const to = (): Making => ({ encryptTo: ours.key.certificate });
  const key = (): Partial<ResponseExpectation> => ({ decryptionKeys: [privateKeyOf(ours)] });

  it('are read when the assertion inside is signed', () => {
    expect(outcome(to(), key())).toBe(VICTIM);
  });

  it('are refused around an unsigned assertion, even where a response signature would do', () => {
    expect(outcome({ ...to(), sign: 'response' }, key())).toBe('signature.assertion_missing');
    expect(outcome({ ...to(), sign: 'response' }, { ...key(), assertionSignature: 'response' })).toBe(
      'signature.assertion_missing',
    );
  });

  it('are refused around an assertion that somebody else signed', () => {
    const forged = attacker.xml({ ...to(), sign: 'assertion', draft: { responseId: '_forged' } });
    expect(reading(provider.signed(forged, '_forged'), key())).toBe('signature.invalid');
  });

  it('are refused around wrapped assertions', () => {
    const making: Making = {
      ...to(),
      signedAssertion: (xml) => xml.replace('</saml:Assertion>', `${xml}</saml:Assertion>`),
    };
    expect(outcome(making, key())).toMatch(/^(message\.duplicate_id|signature\.misplaced|assertion\.several)$/);
  });

  it('are refused in CBC, and with a key wrapped the old way', () => {
    expect(outcome({ ...to(), encrypt: { method: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } }, key())).toBe(
      'encryption.algorithm',
    );
    const after = (xml: string): string => xml.replace('rsa-oaep-mgf1p', 'rsa-1_5');
    expect(outcome({ ...to(), response: after }, key())).toBe('encryption.algorithm');
  });

  it('give one answer for another key, a changed byte and a shortened text', () => {
    const change = (edit: (text: string) => string): Making => ({
      ...to(),
      response: (xml) =>
        xml.replace(
          /<xenc:CipherValue>([^<]*)(?=<\/xenc:CipherValue><\/xenc:CipherData><\/xenc:EncryptedData>)/,
          (_, text: string) => `<xenc:CipherValue>${edit(text)}`,
        ),
    });
    expect(outcome(to(), { decryptionKeys: [privateKeyOf(attacker)] })).toBe('encryption.failed');
    expect(
      outcome(
        change((text) => `AAAA${text.slice(4)}`),
        key(),
      ),
    ).toBe('encryption.failed');
    expect(
      outcome(
        change((text) => text.slice(0, 40)),
        key(),
      ),
    ).toBe('encryption.failed');
    expect(
      outcome(
        change(() => 'AAAA'),
        key(),
      ),
    ).toBe('encryption.failed');
  });
});
