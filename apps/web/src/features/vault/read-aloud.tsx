import { say } from './messages';

const letters =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(
    ' ',
  );
const digits = 'zero one two three four five six seven eight nine'.split(' ');
const signs: Readonly<Record<string, string>> = {
  ' ': 'space',
  '!': 'exclamation mark',
  '"': 'double quote',
  '#': 'hash',
  $: 'dollar',
  '%': 'percent',
  '&': 'ampersand',
  "'": 'single quote',
  '(': 'open bracket',
  ')': 'close bracket',
  '*': 'asterisk',
  '+': 'plus',
  ',': 'comma',
  '-': 'hyphen',
  '.': 'full stop',
  '/': 'slash',
  ':': 'colon',
  ';': 'semicolon',
  '<': 'less than',
  '=': 'equals',
  '>': 'greater than',
  '?': 'question mark',
  '@': 'at sign',
  '[': 'open square bracket',
  '\\': 'backslash',
  ']': 'close square bracket',
  '^': 'caret',
  _: 'underscore',
  '`': 'backtick',
  '{': 'open brace',
  '|': 'bar',
  '}': 'close brace',
  '~': 'tilde',
};

/** How one character is said on the phone; capitals say so, because a listener cannot see them. */
export function spoken(character: string): string {
  const lower = character.toLowerCase();
  if (/^[a-z]$/.test(lower)) {
    const word = letters[lower.charCodeAt(0) - 97] ?? character;
    return character === lower ? word.toLowerCase() : `capital ${word}`;
  }
  if (/^\d$/.test(character)) return digits[Number(character)] ?? character;
  return signs[character] ?? `${character} (U+${character.codePointAt(0)?.toString(16).toUpperCase()})`;
}

/** A card to dictate from: each character large, and below it the word to say. */
export function ReadAloud({ value, label }: { value: string; label: string }) {
  return (
    <ol className="st-vault-aloud" aria-label={say('readAloudTitle', { field: label })} translate="no">
      {[...value].map((character, place) => (
        <li key={place}>
          <b aria-hidden="true">{character === ' ' ? '␣' : character}</b>
          <span>{spoken(character)}</span>
        </li>
      ))}
    </ol>
  );
}
