import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../fixture/samples.answers';
import { certificateIn, expectationFor, filesOf, sampled, sampleXml, WITH_SHA1 } from '../fixture/samples.fixture';
import { NS } from '../message/namespaces';
import { descendants, parseXml } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import { ACCEPTED } from '../signature/signature.algorithms';
import { signedBytes } from '../signature/signature.verifier';
import { readAssertion } from './assertion.reader';
import type { ResponseExpectation } from './response.expectation';
import { verifyResponse } from './response.verifier';

const COLLECTIONS = ['saml-python3', 'saml-ruby', 'saml-node', 'saml-crewjam'];
const RESPONSE = /<(\w+:)?Response[\s>]/;

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'believed';
  } catch (error) {
    if (error instanceof SamlRefusal) return error.code;
    throw error;
  }
};
const read = (file: string, expected: ResponseExpectation): string =>
  codeOf(() => verifyResponse(Buffer.from(sampleXml(file)).toString('base64'), expected));

/** What the assertion alone is refused for, as if its signatures had been there. */
function readInside(file: string): string {
  const [assertion] = descendants(parseXml(sampleXml(file)), NS.assertion, 'Assertion');
  return codeOf(() => readAssertion(assertion!, expectationFor(file)));
}

describe.skipIf(!sampled)('responses collected by four other libraries', () => {
  it('are all in the table', () => {
    const responses = COLLECTIONS.flatMap(filesOf).filter((file) => RESPONSE.test(sampleXml(file)));
    expect(responses.length).toBeGreaterThan(100);
    expect(Object.keys(ANSWERS).sort()).toEqual(responses.sort());
  });

  it.each(Object.entries(ANSWERS))('%s: %s', (file, [answer, inside]) => {
    expect(read(file, expectationFor(file))).toBe(answer);
    expect(inside === undefined ? undefined : readInside(file)).toBe(inside);
  });

  it('are never believed, whichever algorithms count and whatever is signed', () => {
    for (const file of Object.keys(ANSWERS)) {
      const strict = { ...expectationFor(file, ACCEPTED), assertionSignature: 'required' as const };
      expect([file, read(file, strict)]).toEqual([file, expect.not.stringMatching('believed')]);
    }
  });
});

const signed = (file: string, name: 'Response' | 'Assertion', certificate: string, algorithms = WITH_SHA1): string => {
  const xml = sampleXml(file);
  const document = parseXml(xml);
  const element = name === 'Response' ? document : descendants(document, NS.assertion, 'Assertion')[0]!;
  return codeOf(() => signedBytes(xml, element, { keys: [certificateIn(certificate).publicKey], algorithms }));
};

const NODE = 'saml-node/signatures/valid/response';
const RUBY = 'saml-ruby/responses';

describe.skipIf(!sampled)('signatures of the collected responses', () => {
  it.each([
    [`${RUBY}/adfs_response_sha256.xml`, 'Assertion', `${RUBY}/adfs_response_sha256.xml`],
    [`${RUBY}/adfs_response_sha384.xml`, 'Assertion', `${RUBY}/adfs_response_sha384.xml`],
  ] as const)('%s: the %s holds with the algorithms of this house', (file, name, certificate) => {
    expect(signed(file, name, certificate, ACCEPTED)).toBe('believed');
  });

  it.each([
    [`${NODE}.root-signed.assertion-signed.xml`, 'Response'],
    [`${NODE}.root-signed.assertion-signed.xml`, 'Assertion'],
    [`${NODE}.root-signed.assertion-unsigned.xml`, 'Response'],
    [`${NODE}.root-signed.assertion-unsigned-13.xml`, 'Response'],
    [`${NODE}.root-signed.assertion-unsigned-xd.xml`, 'Response'],
    [`${NODE}.root-signed.assertion-unsigned-xd-signature.xml`, 'Response'],
    [`${NODE}.root-unsigned.assertion-signed.xml`, 'Assertion'],
  ] as const)('%s: the %s holds where SHA-1 counts, and is refused where it does not', (file, name) => {
    expect(signed(file, name, 'saml-node/cert.pem')).toBe('believed');
    expect(signed(file, name, 'saml-node/cert.pem', ACCEPTED)).toBe('signature.algorithm');
  });
});
