import { ipValue, macPrefix, macValue } from './address.values';
import { MAX_VALUE_LENGTH } from './list-query.limits';
import type { FieldKind, ListField, Operator } from './list-query.types';
import { clip, reason, unknownName, type Reason } from './query.problems';
import { dayValue, momentValue } from './time.values';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const EXPECTED: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  int: 'a whole number',
  money: 'a whole number of minor units (cents)',
  day: 'a day such as 2026-12-01, or 2d, -30d, 1w from today',
  moment: 'a moment with its zone such as 2026-12-01T10:00:00Z, a day, or -2h, 2d, 1w from now',
  choice: 'one of the choices',
  flag: 'true or false',
  id: 'a UUID',
  ip: 'an IPv4 or IPv6 address',
  mac: 'a MAC address',
};

/** What one value is compared as. */
export interface ValuePlace {
  field: ListField;
  operator: Operator;
  now: Date;
}

/** The value in its one normal spelling, or why it is none. */
export function checkValue(place: ValuePlace, text: string): string | Reason {
  if (text.length > MAX_VALUE_LENGTH) {
    return reason('value.too_long', `A value has at most ${MAX_VALUE_LENGTH} characters.`, { max: MAX_VALUE_LENGTH });
  }
  if (place.operator === 'null') return flagValue(text) ?? unexpected('flag', text);
  const { kind, choices = [] } = place.field;
  if (kind === 'choice') return choices.includes(text) ? text : unknownName('value.choice', text, choices);
  return normalise(place, text) ?? unexpected(kind, text);
}

function normalise({ field, operator, now }: ValuePlace, text: string): string | undefined {
  switch (field.kind) {
    case 'int':
    case 'money':
      return wholeValue(text);
    case 'day':
      return dayValue(text, now);
    case 'moment':
      return momentValue(text, now);
    case 'flag':
      return flagValue(text);
    case 'id':
      return UUID.test(text.toLowerCase()) ? text.toLowerCase() : undefined;
    case 'ip':
      return ipValue(text);
    case 'mac':
      return operator === 'startsWith' ? macPrefix(text) : macValue(text);
    default:
      // Half a surrogate pair cannot travel in a URL or be stored.
      return text.toWellFormed();
  }
}

function wholeValue(text: string): string | undefined {
  if (!/^[+-]?\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function flagValue(text: string): string | undefined {
  return text === 'true' || text === 'false' ? text : undefined;
}

function unexpected(kind: FieldKind, text: string): Reason {
  const expected = EXPECTED[kind];
  return reason('value.format', `"${clip(text)}" is not ${expected}.`, { kind, expected });
}
