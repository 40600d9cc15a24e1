import { closingQuote, isEscape } from './value-list.text';

/** The signs between a field and its values; `:` is equality, or the operator in brackets before it. */
export const SIGNS = { ':': undefined, '~': 'contains', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

/** One word of the filter box with its place in the text; `end` is the place after its last character. */
export interface ChipToken {
  start: number;
  end: number;
  /** Absent for a free word; then `value` is the word without its quotes. */
  head?: ChipHead;
  /** What follows the head, as written. */
  value: string;
}

/** What stands before the values of a chip: `-status:`, `due<`, `tag[all]:`. */
export interface ChipHead {
  negated: boolean;
  field: string;
  operator?: string;
}

const HEAD = /(-?)([A-Za-z][\w.-]{0,99})(?:\[(\w{0,40})\](?=:))?(:|~|<=|>=|<|>)/y;
// A pasted MAC, IPv6 or web address looks like a chip but is something to search for.
const ADDRESS = /(?:[0-9a-f]{0,4}:){2}|\w{1,20}:\/\//iy;

/** Cuts the text of the filter box into chips and words, in one pass; blanks separate, quotes hold together. */
export function scanChips(text: string): ChipToken[] {
  const tokens: ChipToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBlank(text, at)) {
      at++;
      continue;
    }
    const token = scanToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** Whether text would be read as the head of a chip. */
export function startsChip(text: string): boolean {
  return headAt(text, 0) !== undefined;
}

function scanToken(text: string, start: number): ChipToken {
  if (text[start] === '"') return quotedWord(text, start);
  const head = headAt(text, start);
  if (head === undefined) {
    const end = nextBlank(text, start);
    return { start, end, value: text.slice(start, end) };
  }
  const end = endOfValues(text, head.end);
  return { start, end, head: head.head, value: text.slice(head.end, end) };
}

function quotedWord(text: string, start: number): ChipToken {
  const close = closingQuote(text, start);
  const end = close === undefined ? text.length : close + 1;
  const value = text.slice(start + 1, close).replace(/\\(["\\])/g, '$1');
  return { start, end, value };
}

function headAt(text: string, start: number): { head: ChipHead; end: number } | undefined {
  ADDRESS.lastIndex = start;
  if (ADDRESS.test(text)) return undefined;
  HEAD.lastIndex = start;
  const match = HEAD.exec(text);
  if (match === null) return undefined;
  const [whole, minus, field = '', bracket, sign] = match;
  const operator = bracket ?? SIGNS[sign as keyof typeof SIGNS];
  const head = { negated: minus === '-', field, ...(operator === undefined ? {} : { operator }) };
  return { head, end: start + whole.length };
}

function endOfValues(text: string, from: number): number {
  let at = from;
  let opening = true;
  while (at < text.length && !isBlank(text, at)) {
    if (opening && text[at] === '"') {
      at = (closingQuote(text, at) ?? text.length) + 1;
      opening = false;
      continue;
    }
    opening = text[at] === ',';
    at += isEscape(text, at) ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function nextBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text, at)) at++;
  return at;
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
