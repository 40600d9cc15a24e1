import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { GeneratedSecret } from './password-generator';
import { randomIndex } from './random-index';

/** Four to sixteen words; a separator of at most three characters; on wish capitals and one digit after some word. */
export type PassphraseRecipe = { words: number; separator?: string; capitals?: boolean; digit?: boolean };

const LEAST = 4;
const MOST = 16;

/** A random passphrase from 2,048 short English words, 11 bits each; throws RangeError on an impossible recipe. */
export function generatePassphrase(recipe: PassphraseRecipe): GeneratedSecret {
  const { words, separator = '-', capitals = false, digit = false } = recipe;
  if (!Number.isInteger(words) || words < LEAST || words > MOST || separator.length > 3) {
    throw new RangeError(`A passphrase has ${LEAST} to ${MOST} words and a separator of at most 3 characters.`);
  }
  const chosen = Array.from({ length: words }, () => wordlist[randomIndex(wordlist.length)] ?? '');
  const dressed = capitals ? chosen.map((word) => word.charAt(0).toUpperCase() + word.slice(1)) : chosen;
  const bits = words * Math.log2(wordlist.length);
  if (!digit) return { value: dressed.join(separator), bits };
  const at = randomIndex(words);
  dressed[at] += String(randomIndex(10));
  return { value: dressed.join(separator), bits: bits + Math.log2(10 * words) };
}
