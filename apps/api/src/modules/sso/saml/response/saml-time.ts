import { attribute } from '../message/saml-element';
import { SamlRefusal } from '../refusal';

/** Clocks may differ by a minute; an assertion is used within five; a sign-in counts for half a day. */
export const SKEW_SECONDS = 60;
export const ASSERTION_SECONDS = 5 * 60;
export const SIGN_IN_SECONDS = 12 * 3600;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;
const SKEW = SKEW_SECONDS * 1000;

/** The moment in an attribute; SAML times without a zone are UTC. */
export function momentOf(element: Element, name: string): Date | undefined {
  const text = attribute(element, name);
  if (text === undefined) return undefined;
  const [, , zone] = MOMENT.exec(text) ?? [];
  const moment = new Date(zone ? text : `${text}Z`);
  if (!MOMENT.test(text) || Number.isNaN(moment.getTime()))
    throw new SamlRefusal('time.missing', { part: `${element.localName} ${name}`, found: text });
  return moment;
}

/** The same, where it must be there. */
export function requiredMoment(element: Element, name: string): Date {
  const moment = momentOf(element, name);
  if (!moment) throw new SamlRefusal('time.missing', { part: `${element.localName} ${name}` });
  return moment;
}

/** Refuses what is not valid yet or not any more. */
export function requireWindow(element: Element, now: Date): void {
  const part = element.localName;
  const notBefore = momentOf(element, 'NotBefore');
  if (notBefore) requireBegun(notBefore, now, part);
  const end = requiredMoment(element, 'NotOnOrAfter');
  if (now.getTime() - SKEW >= end.getTime()) throw new SamlRefusal('time.expired', { part, ...apart(end, now) });
}

/** Refuses a moment that lies ahead by more than clocks differ. */
export function requireBegun(moment: Date, now: Date, part: string): void {
  if (moment.getTime() > now.getTime() + SKEW) throw new SamlRefusal('time.early', { part, ...apart(moment, now) });
}

/** Refuses a message that took longer to arrive than a browser takes. */
export function requireRecent(message: Element, now: Date): Date {
  const part = message.localName;
  const issued = requiredMoment(message, 'IssueInstant');
  requireBegun(issued, now, part);
  const age = now.getTime() - issued.getTime();
  if (age >= ASSERTION_SECONDS * 1000 + SKEW) throw new SamlRefusal('time.old', { part, ...apart(issued, now) });
  return issued;
}

/** How far a moment is from now, for the sentence that explains a refusal. */
export function apart(moment: Date, now: Date): { found: string; seconds: number } {
  return {
    found: moment.toISOString(),
    seconds: Math.abs(Math.round((now.getTime() - moment.getTime()) / 1000)),
  };
}
