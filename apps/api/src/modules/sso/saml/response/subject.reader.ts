import { NAME_ID, NS } from '../message/namespaces';
import { attribute, childrenOf, onlyChild, plainText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import type { ResponseExpectation, SamlSubject } from './response.expectation';
import { momentOf, requireWindow } from './saml-time';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
// Whatever could look like another value in some other program: controls, invisible marks, spaces at either end.
const UNCLEAR = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s|\s$/u;
const LONGEST = 256;

/** The subject and the proof that it was meant for us, now. */
export function readSubject(assertion: Element, expected: ResponseExpectation): SamlSubject {
  const subject = onlyChild(assertion, NS.assertion, 'Subject');
  if (!subject) throw new SamlRefusal('name_id.missing');
  if (onlyChild(subject, NS.assertion, 'EncryptedID'))
    throw new SamlRefusal('encryption.part', { part: 'EncryptedID' });
  const nameId = onlyChild(subject, NS.assertion, 'NameID');
  if (!nameId) throw new SamlRefusal('name_id.missing');
  requireConfirmation(subject, expected);
  return readNameId(nameId, expected);
}

function readNameId(nameId: Element, expected: ResponseExpectation): SamlSubject {
  const value = plainText(nameId);
  if (!value) throw new SamlRefusal('name_id.missing');
  if (UNCLEAR.test(value) || value.length > LONGEST) throw new SamlRefusal('name_id.unclear');
  const forWhom = attribute(nameId, 'SPNameQualifier') ?? expected.audience;
  if (forWhom !== expected.audience)
    throw new SamlRefusal('name_id.qualifier', { found: forWhom, expected: expected.audience });
  const format = attribute(nameId, 'Format');
  if (format !== NAME_ID.persistent)
    throw new SamlRefusal('name_id.format', { found: format ?? 'none', expected: NAME_ID.persistent });
  // Left out, the qualifier of a persistent name is the provider itself.
  return { value, nameQualifier: attribute(nameId, 'NameQualifier') ?? expected.issuer };
}

/** One bearer confirmation has to fit in full; of several, the first refusal is the one to tell. */
function requireConfirmation(subject: Element, expected: ResponseExpectation): void {
  const bearers = childrenOf(subject, NS.assertion, 'SubjectConfirmation').filter(
    (confirmation) => attribute(confirmation, 'Method') === BEARER,
  );
  const refusals = bearers.map((bearer) => refusalOf(bearer, expected));
  if (refusals.includes(undefined)) return;
  throw refusals[0] ?? new SamlRefusal('confirmation.missing');
}

function refusalOf(bearer: Element, expected: ResponseExpectation): SamlRefusal | undefined {
  try {
    requireBearer(bearer, expected);
    return undefined;
  } catch (error) {
    if (error instanceof SamlRefusal) return error;
    throw error;
  }
}

function requireBearer(bearer: Element, { consumerUrl, requestId, now }: ResponseExpectation): void {
  const data = onlyChild(bearer, NS.assertion, 'SubjectConfirmationData');
  if (!data) throw new SamlRefusal('confirmation.missing');
  const recipient = attribute(data, 'Recipient');
  if (recipient !== consumerUrl)
    throw new SamlRefusal('recipient.wrong', { found: recipient ?? 'none', expected: consumerUrl });
  if (momentOf(data, 'NotBefore')) throw new SamlRefusal('confirmation.wrong', { found: 'NotBefore' });
  requireWindow(data, now);
  if ((attribute(data, 'InResponseTo') ?? null) !== requestId)
    throw new SamlRefusal(attribute(data, 'InResponseTo') ? 'request.unknown' : 'request.unsolicited', {
      part: 'SubjectConfirmationData',
    });
}
