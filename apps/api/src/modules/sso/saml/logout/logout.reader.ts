import { decodePosted, decodeRedirected } from '../message/message.decoder';
import { NS, STATUS_SUCCESS } from '../message/namespaces';
import { attribute, childrenOf, named, onlyChild, parseXml, plainText, trimmedText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import { requireIssuer } from '../response/issuer';
import { apart, momentOf, requireRecent, SKEW_SECONDS } from '../response/saml-time';
import { verifyQuery } from '../signature/query.signature';
import { signedBytes, type Trust } from '../signature/signature.verifier';

/** What a logout message must fit. */
export interface LogoutExpectation {
  issuer: string;
  trust: Trust;
  /** Our logout address. */
  logoutUrl: string;
  now: Date;
}

/** A logout message as it arrived: the raw query of a redirect, or the fields of a form. */
export type LogoutMessage = { query: string } | { SAMLRequest?: string; SAMLResponse?: string; RelayState?: string };

/** The provider ends a session, or says that it ended one we asked about. */
export type VerifiedLogout =
  | {
      kind: 'request';
      id: string;
      relayState: string | null;
      subject: { value: string; nameQualifier: string };
      sessionIndexes: string[];
      rememberUntil: Date;
    }
  | { kind: 'response'; answers: string | null; relayState: string | null; success: boolean };

/** Believes a signed logout message or refuses it. */
export function verifyLogout(message: LogoutMessage, expected: LogoutExpectation): VerifiedLogout {
  const { root, relayState } = signedRoot(message, expected.trust);
  requireIssuer(root, expected.issuer);
  requireRecent(root, expected.now);
  const destination = attribute(root, 'Destination');
  if (destination !== expected.logoutUrl)
    throw new SamlRefusal('destination.wrong', { found: destination ?? 'none', expected: expected.logoutUrl });
  if (named(root, NS.protocol, 'LogoutRequest')) return { ...readRequest(root, expected), relayState };
  if (named(root, NS.protocol, 'LogoutResponse')) return { ...readResponse(root), relayState };
  throw new SamlRefusal('message.unexpected', { found: root.localName, expected: 'a LogoutRequest or LogoutResponse' });
}

function signedRoot(message: LogoutMessage, trust: Trust): { root: Element; relayState: string | null } {
  if ('query' in message) {
    const redirected = verifyQuery(message.query, trust);
    return { root: parseXml(decodeRedirected(redirected.message)), relayState: redirected.relayState };
  }
  const xml = decodePosted(message.SAMLRequest ?? message.SAMLResponse);
  const root = parseXml(signedBytes(xml, parseXml(xml), trust));
  return { root, relayState: message.RelayState ?? null };
}

type Read<Kind> = Omit<Extract<VerifiedLogout, { kind: Kind }>, 'relayState'>;

function readRequest(root: Element, { issuer, now }: LogoutExpectation): Read<'request'> {
  const nameId = onlyChild(root, NS.assertion, 'NameID');
  const value = nameId && plainText(nameId);
  const id = attribute(root, 'ID');
  if (!nameId || !value || !id) throw new SamlRefusal('name_id.missing');
  const ends = momentOf(root, 'NotOnOrAfter');
  if (ends && now.getTime() - SKEW_SECONDS * 1000 >= ends.getTime())
    throw new SamlRefusal('time.expired', { part: 'LogoutRequest', ...apart(ends, now) });
  return {
    kind: 'request',
    id,
    subject: { value, nameQualifier: attribute(nameId, 'NameQualifier') ?? issuer },
    sessionIndexes: childrenOf(root, NS.protocol, 'SessionIndex').flatMap((each) => trimmedText(each) ?? []),
    rememberUntil: new Date(now.getTime() + 10 * 60_000),
  };
}

function readResponse(root: Element): Read<'response'> {
  const status = onlyChild(root, NS.protocol, 'Status');
  const code = status && onlyChild(status, NS.protocol, 'StatusCode');
  const success = code !== undefined && attribute(code, 'Value') === STATUS_SUCCESS;
  return { kind: 'response', answers: attribute(root, 'InResponseTo') ?? null, success };
}
