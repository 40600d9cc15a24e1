import { NS } from '../message/namespaces';
import { childElements, childrenOf, onlyChild, trimmedText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import type { ResponseExpectation } from './response.expectation';
import { requireWindow } from './saml-time';

const KNOWN = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

/** For whom and how long an assertion holds; a condition we do not know cannot be kept, so it refuses. */
export function requireConditions(assertion: Element, { audience, now }: ResponseExpectation): void {
  const conditions = onlyChild(assertion, NS.assertion, 'Conditions');
  if (!conditions) throw new SamlRefusal('conditions.missing');
  const strange = childElements(conditions).find((condition) => !KNOWN.includes(condition.localName));
  if (strange) throw new SamlRefusal('conditions.unknown', { found: strange.localName });
  requireWindow(conditions, now);
  const restrictions = childrenOf(conditions, NS.assertion, 'AudienceRestriction');
  if (restrictions.length === 0) throw new SamlRefusal('audience.wrong', { found: 'none', expected: audience });
  for (const restriction of restrictions) requireAudience(restriction, audience);
}

function requireAudience(restriction: Element, expected: string): void {
  const found = childrenOf(restriction, NS.assertion, 'Audience').map((element) => trimmedText(element));
  if (!found.includes(expected))
    throw new SamlRefusal('audience.wrong', { found: found.join(', ') || 'none', expected });
}
