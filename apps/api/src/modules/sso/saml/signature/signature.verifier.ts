import type { KeyObject } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
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
  for (const key of trust.keys) {
    const bytes = bytesSignedBy(key, { xml, signature, algorithms });
    if (bytes !== undefined) return bytes;
  }
  throw new SamlRefusal('signature.invalid', { part });
}

interface Signed {
  xml: string;
  signature: Element;
  algorithms: Algorithms;
}

function bytesSignedBy(key: KeyObject, { xml, signature, algorithms }: Signed): string | undefined {
  const check = new SignedXml({ publicCert: key, getCertFromKeyInfo: () => null });
  check.SignatureAlgorithms = algorithms.signatures;
  check.HashAlgorithms = algorithms.digests;
  check.CanonicalizationAlgorithms = Object.fromEntries(
    CANONICAL.map((name) => [name, check.CanonicalizationAlgorithms[name]!]),
  );
  try {
    check.loadSignature(signature);
    if (!check.checkSignature(xml)) return undefined;
  } catch {
    // xml-crypto throws for a signature of another key as it does for a broken one; the next key may fit.
    return undefined;
  }
  const references = check.getSignedReferences();
  return references.length === 1 ? references[0] : undefined;
}
