import { exactWord, titleWord, wordsOf } from '../../platform/database';
import type { SearchMode } from './search.dto';

/** What was typed, as the index is asked. */
export interface SearchQuestion {
  mode: SearchMode;
  /** The whole text from the first letter of a title; null when nothing was typed. */
  title: string | null;
  /** Words that must all begin some word of the record; the longest first, because it finds the fewest. */
  words: string[];
  /** An address or serial number, whole. */
  exact: string | null;
}

const MODES: Readonly<Record<string, SearchMode>> = { '=': 'exact', '@': 'people', '#': 'ticket' };
const MOST_WORDS = 6;

/** Reads the palette's text; no character of it has a meaning for the database. */
export function questionOf(q: string): SearchQuestion {
  const text = q.trim();
  const mode = MODES[text.charAt(0)] ?? 'everything';
  const rest = (mode === 'everything' ? text : text.slice(1)).trim();
  if (rest === '' || mode === 'ticket') return { mode, title: null, words: [], exact: null };
  if (mode === 'exact') return { mode, title: null, words: [], exact: exactWord(rest) };
  return { mode, title: titleWord(rest), words: typedWords(rest), exact: null };
}

/** `srv-01 ac` -> `srv-01` and `ac`: of each typed token the longest spelling; its tails say nothing more. */
function typedWords(text: string): string[] {
  const words = text.split(/\s+/u).flatMap((token) => wordsOf(token).slice(0, 1));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
}
