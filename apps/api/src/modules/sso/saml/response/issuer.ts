import { NAME_ID, NS } from '../message/namespaces';
import { attribute, onlyChild, trimmedText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';

/** Refuses a message or assertion of anybody but this identity provider. */
export function requireIssuer(message: Element, expected: string): void {
  const issuer = onlyChild(message, NS.assertion, 'Issuer');
  const found = trimmedText(issuer);
  const format = issuer && attribute(issuer, 'Format');
  if (found === expected && (format === undefined || format === NAME_ID.entity)) return;
  throw new SamlRefusal('issuer.wrong', { found: found ?? 'none', expected, part: message.localName });
}
