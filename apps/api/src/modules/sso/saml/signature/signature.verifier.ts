import type { KeyLike, KeyObject } from 'node:crypto';
import { SignedXml, type SignatureAlgorithm } from 'xml-crypto';
import { NS } from '../message/namespaces';
import { onlyChild } from '../message/saml-element';
import { SamlRefusal, type SamlRefusalCode } from '../refusal';
import { ACCEPTED, type Algorithms } from './signature.algorithms';
import { requireShape } from './signature.shape';

/** Whose signatures count: the keys pinned in a connection, and the algorithms they may use. */
export interface Trust {
  keys: readonly KeyObject[];
  algorithms?: Algorithms;
}

const MISSING: Record<string, SamlRefusalCode> = {
  Response: 'signature.response_missing',
  Assertion: 'signature.assertion_missing',
};
const CANONICAL = ['http://www.w3.org/2001/10/xml-exc-c14n#', `${NS.signature}enveloped-signature`];

/**
 * The bytes of `element` that one of the trusted keys signed. Only they may be read afterwards, never the
 * document they came from. What KeyInfo says is ignored.
 */
export function signedBytes(xml: string, element: Element, trust: Trust): string {
  const signature = onlyChild(element, NS.signature, 'Signature');
  const part = element.localName;
  if (!signature) throw new SamlRefusal(MISSING[part] ?? 'signature.message_missing', { part });
  const algorithms = trust.algorithms ?? ACCEPTED;
  // Some signers break base64 with character references; one text node is what xml-crypto reads.
  signature.normalize();
  requireShape(signature, element, algorithms);
  const bytes = checkedBytes(xml, signature, { keys: trust.keys, algorithms });
  if (bytes === undefined) throw new SamlRefusal('signature.invalid', { part });
  return bytes;
}

/** Canonicalises once, whatever the number of keys; undefined when no key fits or the digest is another. */
function checkedBytes(xml: string, signature: Element, { keys, algorithms }: Required<Trust>): string | undefined {
  const check = new SignedXml({ publicCert: keys[0], getCertFromKeyInfo: () => null });
  check.SignatureAlgorithms = Object.fromEntries(
    Object.entries(algorithms.signatures).map(([uri, Algorithm]) => [uri, byAnyOf(keys, Algorithm)]),
  );
  check.HashAlgorithms = algorithms.digests;
  check.CanonicalizationAlgorithms = Object.fromEntries(
    CANONICAL.map((name) => [name, check.CanonicalizationAlgorithms[name]!]),
  );
  // The guard has refused ids that are doubled under any spelling; SAML's own is the one that is referred to.
  check.idAttributes = ['ID'];
  try {
    check.loadSignature(signature);
    if (keys.length === 0 || !check.checkSignature(xml)) return undefined;
  } catch {
    // xml-crypto throws for a signature of another key as it does for a broken one.
    return undefined;
  }
  const references = check.getSignedReferences();
  return references.length === 1 ? references[0] : undefined;
}

/** The algorithm, content with any of these keys. */
function byAnyOf(keys: readonly KeyObject[], Algorithm: new () => SignatureAlgorithm): new () => SignatureAlgorithm {
  return class extends Algorithm {
    override verifySignature = (text: string, _key: KeyLike, value: string): boolean =>
      keys.some((key) => new Algorithm().verifySignature(text, key, value));
  };
}
