import { decryptAssertion } from '../message/assertion.decrypter';
import { decodePosted } from '../message/message.decoder';
import { NS, STATUS_SUCCESS } from '../message/namespaces';
import { attribute, childrenOf, descendants, named, onlyChild, parseXml, trimmedText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import { signedBytes } from '../signature/signature.verifier';
import { readAssertion } from './assertion.reader';
import { requireIssuer } from './issuer';
import type { ResponseExpectation, VerifiedAssertion } from './response.expectation';
import { requireRecent } from './saml-time';

/**
 * Believes a posted SAMLResponse or refuses it with the reason. Nothing is read from the posted document but its
 * shape: every value comes from bytes that a pinned key signed.
 */
export function verifyResponse(posted: string | undefined, expected: ResponseExpectation): VerifiedAssertion {
  const xml = decodePosted(posted);
  const document = parseXml(xml);
  requireResponse(document);
  requireSuccess(document);
  const sent = soleAssertion(document);
  requirePlacedSignatures(document, sent);
  const response = parseXml(signedBytes(xml, document, expected.trust));
  requireAnswer(response, expected);
  requireSuccess(response);
  const inside = soleAssertion(response);
  const encrypted = inside.localName === 'EncryptedAssertion';
  const assertion = encrypted ? decrypted(inside, expected) : plain({ xml, sent, inside }, expected);
  return { ...readAssertion(assertion, expected), encrypted };
}

function requireResponse(root: Element): void {
  const ours = named(root, NS.protocol, 'Response') && attribute(root, 'Version') === '2.0';
  if (!ours) throw new SamlRefusal('message.unexpected', { found: root.localName, expected: 'a SAML 2.0 Response' });
}

/** Checked on the unsigned document first: providers seldom sign failures, and a failure is never believed to be more. */
function requireSuccess(response: Element): void {
  const status = onlyChild(response, NS.protocol, 'Status');
  const code = status && onlyChild(status, NS.protocol, 'StatusCode');
  const value = code && attribute(code, 'Value');
  if (value === STATUS_SUCCESS) return;
  const detail = code && onlyChild(code, NS.protocol, 'StatusCode');
  const message = status && trimmedText(onlyChild(status, NS.protocol, 'StatusMessage'));
  const words = [value, detail && attribute(detail, 'Value'), message].filter(Boolean);
  throw new SamlRefusal('status.not_success', { found: words.join(' · ') || 'no status' });
}

/** Exactly one assertion in the whole document, encrypted or not, and it is a child of the response. */
function soleAssertion(response: Element): Element {
  const names = ['Assertion', 'EncryptedAssertion'];
  const anywhere = names.flatMap((name) => descendants(response, NS.assertion, name));
  const [sole] = names.flatMap((name) => childrenOf(response, NS.assertion, name));
  if (anywhere.length > 1) throw new SamlRefusal('assertion.several', { found: String(anywhere.length) });
  if (!sole) throw new SamlRefusal('assertion.missing');
  return sole;
}

/** A signature anywhere but on the response and on its assertion has no business there. */
function requirePlacedSignatures(response: Element, assertion: Element): void {
  for (const signature of descendants(response, NS.signature, 'Signature')) {
    const parent = signature.parentNode;
    if (parent !== response && parent !== assertion)
      throw new SamlRefusal('signature.misplaced', { part: (parent as Element | null)?.localName });
  }
}

function requireAnswer(response: Element, expected: ResponseExpectation): void {
  requireIssuer(response, expected.issuer);
  requireRecent(response, expected.now);
  const destination = attribute(response, 'Destination');
  if (destination !== expected.consumerUrl)
    throw new SamlRefusal('destination.wrong', { found: destination ?? 'none', expected: expected.consumerUrl });
  const answers = attribute(response, 'InResponseTo') ?? null;
  if (answers === expected.requestId) return;
  if (answers === null) throw new SamlRefusal('request.unsolicited');
  throw new SamlRefusal('request.unknown', { part: 'Response' });
}

interface PlainAssertion {
  xml: string;
  sent: Element;
  inside: Element;
}

function plain({ xml, sent, inside }: PlainAssertion, expected: ResponseExpectation): Element {
  const unsigned = onlyChild(sent, NS.signature, 'Signature') === undefined;
  if (unsigned && expected.assertionSignature === 'response') return inside;
  const assertion = parseXml(signedBytes(xml, sent, expected.trust));
  // Both signatures must speak of one assertion.
  if (attribute(assertion, 'ID') !== attribute(inside, 'ID')) throw new SamlRefusal('signature.misplaced');
  return assertion;
}

/** An encrypted assertion always carries its own signature: anybody can encrypt to us. */
function decrypted(inside: Element, expected: ResponseExpectation): Element {
  const xml = decryptAssertion(inside, expected.decryptionKeys);
  const root = parseXml(xml);
  if (!named(root, NS.assertion, 'Assertion')) throw new SamlRefusal('encryption.failed', { part: 'Assertion' });
  requirePlacedSignatures(root, root);
  return parseXml(signedBytes(xml, root, expected.trust));
}
