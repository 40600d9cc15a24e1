import { reason, type Reason } from './query.problems';

const ESCAPABLE = new Set([',', '"', '\\']);

/**
 * Reads a comma-separated list. A comma inside a value is written `\,` or the value stands in double quotes; `\"` and
 * `\\` work in both, any other backslash is itself. Blanks around a value are dropped, `""` is the empty value.
 */
export function splitValues(text: string): { ok: true; values: string[] } | { ok: false; reason: Reason } {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const piece = readValue(text, skipBlanks(text, at));
    if ('reason' in piece) return { ok: false, reason: piece.reason };
    values.push(piece.value);
    if (piece.end >= text.length) return { ok: true, values };
    at = piece.end + 1;
  }
}

/** Writes values so that {@link splitValues} reads the same ones. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => quoteWhere(value, value !== value.trim())).join(',');
}

/** The same for chips, where a blank ends the chip: a value with any blank is quoted. */
export function joinChipValues(values: readonly string[]): string {
  return values.map((value) => quoteWhere(value, /\s/u.test(value))).join(',');
}

/** Puts text in double quotes, escaping quotes and backslashes. */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Finds the quote that closes the one at `open`, or undefined. */
export function closingQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (isEscape(text, at)) at++;
  }
  return undefined;
}

/** Whether the character at `at` is a backslash that shields the next one. */
export function isEscape(text: string, at: number): boolean {
  return text[at] === '\\' && ESCAPABLE.has(text[at + 1] ?? '');
}

/** Undoes the backslashes of {@link quote} and of unquoted values. */
export function unescapeText(text: string): string {
  return text.replace(/\\([,"\\])/g, '$1');
}

function quoteWhere(value: string, blank: boolean): string {
  return value === '' || blank || /[,"\\]/.test(value) ? quote(value) : value;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at++;
  return at;
}

function readValue(text: string, from: number): { value: string; end: number } | { reason: Reason } {
  return text[from] === '"' ? readQuoted(text, from) : readBare(text, from);
}

function readQuoted(text: string, open: number): { value: string; end: number } | { reason: Reason } {
  const close = closingQuote(text, open);
  if (close === undefined) return { reason: reason('value.unclosed_quote', 'A quoted value has no closing quote.') };
  const end = skipBlanks(text, close + 1);
  if (end < text.length && text[end] !== ',') {
    return { reason: reason('value.after_quote', 'After a closing quote comes a comma or the end.') };
  }
  return { value: unescapeText(text.slice(open + 1, close)), end };
}

function readBare(text: string, from: number): { value: string; end: number } | { reason: Reason } {
  let end = from;
  while (end < text.length && text[end] !== ',') end += isEscape(text, end) ? 2 : 1;
  const value = unescapeText(text.slice(from, end)).trim();
  if (value !== '') return { value, end };
  return { reason: reason('value.empty', 'A value is empty. Leave the filter out, or write "" for the empty text.') };
}
