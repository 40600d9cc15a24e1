import { NS } from '../message/namespaces';
import { attribute, childrenOf, onlyChild } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import { readAttributes } from './attributes.reader';
import { requireConditions } from './conditions';
import { requireIssuer } from './issuer';
import type { ResponseExpectation, VerifiedAssertion } from './response.expectation';
import {
  apart,
  ASSERTION_SECONDS,
  momentOf,
  requireBegun,
  requiredMoment,
  requireRecent,
  SIGN_IN_SECONDS,
  SKEW_SECONDS,
} from './saml-time';
import { readSubject } from './subject.reader';

const ID = /^[A-Za-z_][\w.-]{0,255}$/;

/** Reads a signed assertion against everything it has to fit. */
export function readAssertion(assertion: Element, expected: ResponseExpectation): Omit<VerifiedAssertion, 'encrypted'> {
  const id = attribute(assertion, 'ID') ?? '';
  if (attribute(assertion, 'Version') !== '2.0' || !ID.test(id))
    throw new SamlRefusal('message.unexpected', { found: 'Assertion', expected: 'a SAML 2.0 Assertion with an ID' });
  requireIssuer(assertion, expected.issuer);
  const issued = requireRecent(assertion, expected.now);
  requireConditions(assertion, expected);
  const statement = signInStatement(assertion, expected);
  const attributes = readAttributes(assertion);
  const subject = readSubject(assertion, expected);
  const rememberUntil = new Date(issued.getTime() + (ASSERTION_SECONDS + 2 * SKEW_SECONDS) * 1000);
  return { id, issuer: expected.issuer, rememberUntil, subject, attributes, ...statement };
}

type SignInStatement = Pick<VerifiedAssertion, 'signedInAt' | 'sessionIndex' | 'context'>;

/** Where and when the person showed who they are. */
function signInStatement(assertion: Element, expected: ResponseExpectation): SignInStatement {
  const [statement, second] = childrenOf(assertion, NS.assertion, 'AuthnStatement');
  if (!statement || second) throw new SamlRefusal('sign_in.missing');
  const signedInAt = requiredMoment(statement, 'AuthnInstant');
  requireFresh(signedInAt, expected);
  const ends = momentOf(statement, 'SessionNotOnOrAfter');
  if (ends && ends <= expected.now)
    throw new SamlRefusal('time.expired', { part: 'AuthnStatement', ...apart(ends, expected.now) });
  const context = onlyChild(statement, NS.assertion, 'AuthnContext');
  const reference = context && onlyChild(context, NS.assertion, 'AuthnContextClassRef');
  return {
    signedInAt,
    sessionIndex: attribute(statement, 'SessionIndex') ?? null,
    context: reference?.textContent?.trim() || null,
  };
}

function requireFresh(signedInAt: Date, { now, repeatedSince }: ResponseExpectation): void {
  requireBegun(signedInAt, now, 'AuthnStatement');
  if (repeatedSince && signedInAt.getTime() < repeatedSince.getTime() - SKEW_SECONDS * 1000)
    throw new SamlRefusal('sign_in.not_repeated', apart(signedInAt, now));
  const age = (now.getTime() - signedInAt.getTime()) / 1000;
  if (age > SIGN_IN_SECONDS) throw new SamlRefusal('sign_in.old', apart(signedInAt, now));
}
