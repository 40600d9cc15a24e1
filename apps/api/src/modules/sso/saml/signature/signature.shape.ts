import { NS } from '../message/namespaces';
import { attribute, childElements, named, plainText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import type { Algorithms } from './signature.algorithms';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = `${NS.signature}enveloped-signature`;
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;
const ID = /^[A-Za-z_][\w.-]{0,255}$/;

/**
 * The one shape a signature may have: one reference to its parent, enveloped and exclusively canonicalised, by
 * accepted algorithms, with nothing beside. Everything the known attacks need is left out by it.
 */
export function requireShape(signature: Element, signed: Element, accepted: Algorithms): void {
  const part = signed.localName;
  const id = attribute(signed, 'ID') ?? '';
  if (!ID.test(id)) throw new SamlRefusal('signature.shape', { found: 'no usable ID', part });
  const [info, value] = parts(signature, ['SignedInfo', 'SignatureValue', 'KeyInfo?']);
  requireBase64(value!, part);
  const [canonical, method, reference] = parts(info!, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']);
  requireAlgorithm(canonical!, [EXCLUSIVE]);
  requireAlgorithm(method!, Object.keys(accepted.signatures));
  requireReference(reference!, id, accepted);
}

function requireReference(reference: Element, id: string, accepted: Algorithms): void {
  const uri = attribute(reference, 'URI');
  if (uri !== `#${id}`) throw new SamlRefusal('signature.shape', { found: uri ?? 'no URI', expected: `#${id}` });
  const [transforms, method, value] = parts(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  const [enveloped, exclusive] = parts(transforms!, ['Transform', 'Transform']);
  requireAlgorithm(enveloped!, [ENVELOPED]);
  requireAlgorithm(exclusive!, [EXCLUSIVE]);
  requireAlgorithm(method!, Object.keys(accepted.digests));
  requireBase64(value!, 'DigestValue');
}

/** The children of an element, which must be these and in this order; `?` marks one that may be missing. */
function parts(parent: Element, expected: readonly string[]): Element[] {
  const found = childElements(parent);
  const wanted = expected.filter((name) => !name.endsWith('?') || found.length === expected.length);
  const names = wanted.map((name) => name.replace('?', ''));
  const fits = found.length === names.length && found.every((child, at) => named(child, NS.signature, names[at]!));
  if (!fits) throw new SamlRefusal('signature.shape', { found: found.map((child) => child.localName).join(', ') });
  return found;
}

function requireAlgorithm(element: Element, accepted: readonly string[]): void {
  const found = attribute(element, 'Algorithm') ?? 'none';
  if (!accepted.includes(found)) throw new SamlRefusal('signature.algorithm', { found, part: element.localName });
}

function requireBase64(element: Element, part: string): void {
  if (!BASE64.test(plainText(element) ?? '')) throw new SamlRefusal('signature.shape', { found: 'no value', part });
}
