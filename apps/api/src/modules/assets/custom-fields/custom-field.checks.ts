import { normaliseIp, normaliseMac } from '@st0r/net';
import type { CustomFieldDefinition, CustomFieldValue } from './custom-field.types';
import { PATTERN_LIMITS, wholePattern } from './pattern-cost';

/** A usable value, or why it is not: code, a sentence after the label, and the numbers or words in it. */
export type Checked =
  { value: CustomFieldValue } | { code: string; detail: string; params?: { [name: string]: string | number } };

type Check = (value: unknown, definition: CustomFieldDefinition) => Checked;

/** Where the limits of a definition are silent. */
const LENGTHS = { text: 1_000, textarea: 20_000 } as const;

export const LINK_SCHEMES = ['http:', 'https:', 'rdp:', 'ssh:'] as const;

const bad = (code: string, detail: string, params = {}): Checked => ({ code, detail, params });

/** One check per type; each takes any JSON value and answers with the form that is stored. */
export const CHECKS: Readonly<Record<CustomFieldDefinition['type'], Check>> = {
  text: (value, definition) => checkText(value, definition, LENGTHS.text),
  textarea: (value, definition) => checkText(value, definition, LENGTHS.textarea),
  number: (value, definition) =>
    Number.isSafeInteger(value)
      ? checkRange(value as number, definition)
      : bad('not_integer', 'must be a whole number.'),
  decimal: (value, definition) =>
    Number.isFinite(value) ? checkRange(value as number, definition) : bad('not_number', 'must be a number.'),
  date: (value, definition) => checkMoment(value, definition, dayOf),
  datetime: (value, definition) => checkMoment(value, definition, momentOf),
  checkbox: (value) => (typeof value === 'boolean' ? { value } : bad('not_boolean', 'must be true or false.')),
  dropdown: (value, { options }) =>
    typeof value === 'string' && options?.includes(value)
      ? { value }
      : bad('not_an_option', 'must be one of its options.', { options: (options ?? []).join(', ') }),
  url: (value) => checkLink(value),
  email: (value) => spelled(value, emailOf, ['not_email', 'must be an e-mail address such as ann@example.com.']),
  phone: (value) => spelled(value, phoneOf, ['not_phone', 'must be a phone number such as +44 20 7946 0000.']),
  ip_address: (value) => spelled(value, normaliseIp, ['not_ip', 'must be an IPv4 or IPv6 address.']),
  mac_address: (value) => spelled(value, normaliseMac, ['not_mac', 'must be a MAC address such as 00:1b:21:0a:0b:0c.']),
  relation: (value) => spelled(value, idOf, ['not_id', 'must be the id of a record.']),
};

function checkText(value: unknown, { min, max, pattern }: CustomFieldDefinition, longest: number): Checked {
  if (typeof value !== 'string') return bad('not_text', 'must be text.');
  // The database can keep neither half a surrogate pair nor, safely, NUL.
  if (value.includes('\0') || !value.isWellFormed()) return bad('not_unicode', 'must be valid text.');
  const length = Array.from(value).length;
  const most = Math.min(Number(max ?? longest), longest);
  if (length > most) return bad('too_long', `must have at most ${most} characters.`, { max: most });
  if (length < Number(min ?? 0)) return bad('too_short', `must have at least ${min} characters.`, { min: Number(min) });
  return pattern ? checkPattern(value, pattern) : { value };
}

function checkPattern(value: string, pattern: string): Checked {
  const { value: longest } = PATTERN_LIMITS;
  if (value.length > longest) return bad('too_long', `must have at most ${longest} characters.`, { max: longest });
  return wholePattern(pattern).test(value)
    ? { value }
    : bad('no_match', 'does not have the expected form.', { pattern });
}

function checkRange<T extends number | string>(value: T, { min, max }: CustomFieldDefinition): Checked {
  if (isSet(min) && value < min) return bad('too_small', `must not be below ${min}.`, { min });
  if (isSet(max) && value > max) return bad('too_large', `must not be above ${max}.`, { max });
  return { value };
}

function isSet<T>(limit: T | null | undefined): limit is T {
  return limit !== null && limit !== undefined;
}

/** A calendar day or a moment in its stored form, or null; stored forms compare as text. */
export function dayOf(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** RFC 3339 with an offset, as UTC with milliseconds. */
export function momentOf(text: string): string | null {
  const shape = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
    text,
  );
  if (!shape || dayOf(shape[1] ?? '') === null) return null;
  const moment = new Date(text);
  // An offset can push the first hours of year 0 below it, and text order would break.
  return /^\d{4}-/.test(moment.toISOString()) ? moment.toISOString() : null;
}

function checkMoment(
  value: unknown,
  definition: CustomFieldDefinition,
  read: (text: string) => string | null,
): Checked {
  const found = typeof value === 'string' ? read(value) : null;
  if (found === null) {
    return definition.type === 'date'
      ? bad('not_day', 'must be a day such as 2026-01-31.')
      : bad('not_moment', 'must be a moment such as 2026-01-31T09:30:00Z.');
  }
  const stored = (limit: CustomFieldDefinition['min']) => (isSet(limit) ? read(String(limit)) : null);
  return checkRange(found, { ...definition, min: stored(definition.min), max: stored(definition.max) });
}

function checkLink(value: unknown): Checked {
  // URL() silently drops tabs and line breaks, so "java\nscript:" must not get that far.
  if (typeof value !== 'string' || value.length > 2_000 || /[\s\p{Cc}]/u.test(value) || !URL.canParse(value)) {
    return bad('not_url', 'must be a link such as https://example.com.');
  }
  const url = new URL(value);
  if (!LINK_SCHEMES.some((scheme) => scheme === url.protocol)) {
    return bad('url_scheme', 'must start with http://, https://, rdp:// or ssh://.', { scheme: url.protocol });
  }
  if (url.hostname === '') return bad('not_url', 'must name a host.');
  return url.password === '' ? { value } : bad('url_password', 'must not contain a password. Keep it in the vault.');
}

function spelled(value: unknown, read: (text: string) => string | null, [code, detail]: [string, string]): Checked {
  const found = typeof value === 'string' && value.length <= 320 ? read(value) : null;
  return found === null ? bad(code, detail) : { value: found };
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const EMAIL = new RegExp(`^[^\\s@"<>(),:;\\\\[\\]\\p{Cc}]{1,64}@(?:${LABEL}\\.){1,8}${LABEL}$`, 'iu');

function emailOf(text: string): string | null {
  return text.length <= 254 && !/^\.|\.\.|\.@/.test(text) && EMAIL.test(text) ? text : null;
}

function phoneOf(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 3 && digits <= 20 && /^\+?[\d ().\/-]{3,40}(?: ?(?:ext\.?|x) ?\d{1,6})?$/i.test(text) ? text : null;
}

function idOf(text: string): string | null {
  const id = text.toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null;
}
