import { normaliseIp, normaliseMac } from '@st0r/net';

/** Longest word kept, in code points; the column is this wide. */
export const LONGEST_WORD = 80;
/** Words kept per record; a record with a novel in its keywords must not slow every search. */
const MOST_WORDS = 60;

/** Lower case without accents: `Köln` and `koln` are the same word. */
export function folded(text: string): string {
  return text.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** The words of a text as they are found by prefix: `srv-01.acme` is found by srv, 01 and acme. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/\s+/u)
    .flatMap((token) => [...token.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => token.slice(index)))
    .map(shortened);
}

/** What a title is found by from its first letter; `^` keeps it apart from words, which begin with a letter or digit. */
export function titleWord(title: string): string {
  return shortened(`^${folded(title).trim().replace(/\s+/gu, ' ')}`);
}

/** What an IP address, MAC address or serial number is found by exactly, in any usual spelling. */
export function exactWord(value: string): string {
  const text = value.trim();
  return shortened(`=${normaliseIp(text) ?? normaliseMac(text) ?? folded(text)}`);
}

/** All words of a record, each once. */
export function indexWords(parts: { title?: string; keywords: readonly string[]; exact: readonly string[] }): string[] {
  const { title, keywords, exact } = parts;
  const marked = [...(title ? [titleWord(title)] : []), ...exact.map(exactWord)];
  const words = [...(title ? wordsOf(title) : []), ...[...exact, ...keywords].flatMap(wordsOf)];
  return [...new Set([...marked, ...words])]
    .filter((word) => word.length > 1 || /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
}

// MariaDB compares trailing spaces as equal, so a cut must not leave one.
function shortened(word: string): string {
  return [...word].slice(0, LONGEST_WORD).join('').trimEnd();
}
