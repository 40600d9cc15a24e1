import { Invalid } from '../../../platform/errors';

/** NIST SP 800-63B-4 asks for fifteen characters of a password alone; with a second factor twelve are enough here. */
export const MIN_ALONE = 15;
export const MIN_PASSWORD = 12;
/** 64 and more are welcome, every letter counts, and there are no rules of composition. */
export const MAX_PASSWORD = 1000;

/** Passwords everybody tries first, beside the list of the library; matched without digits and signs around them. */
const OURS = [
  'passwort',
  'qwertzuiop',
  'azertyuiop',
  'abcdefghijkl',
  'clientstor',
  'clientst0r',
  'passwordpassword',
  'adminadminadmin',
];
const SHORTEST_WORD = 4;
/** What is left of a password without a word it must not be made of has to stand for itself. */
const LEAST_REST = 6;

/** What a password has to be. */
interface PasswordDemand {
  /** Names of the person and of their clients. */
  words: readonly string[];
  min: number;
  pointer: string;
}

/** Throws unless the password is long enough and not guessable from the person, their clients or lists. */
export async function requireGoodPassword(password: string, { words, min, pointer }: PasswordDemand): Promise<void> {
  if ([...password].length < min)
    throw Invalid.field(pointer, 'too_short', `Use at least ${min} characters. A few unrelated words work well.`, {
      min,
    });
  const plain = password.toLowerCase();
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const repeated = new Set(plain).size <= 3 || /^(.{1,6})\1+$/su.test(plain);
  const counted = /^(?:0?1?234567890|abcdefghijklmnopqrstuvwxyz)+/.test(plain);
  const known = await common();
  if (known.has(bare) || known.has(plain) || repeated || counted || madeOf(plain, bare, words))
    throw Invalid.field(
      pointer,
      'guessable',
      'This password is easy to guess. Choose one that has nothing to do with you or the organisation.',
    );
}

/** What somebody reads whose new password is among stolen ones. */
export const breached = (times: number, pointer: string): Invalid =>
  Invalid.field(
    pointer,
    'breached',
    `This password is in lists of stolen passwords (${times} times), so others know it. Choose another one.`,
    { times },
  );

/** Whole names and the words in them, together and one by one. */
function madeOf(plain: string, bare: string, words: readonly string[]): boolean {
  const names = words.map((word) => word.toLowerCase()).filter((word) => word.length >= SHORTEST_WORD);
  const parts = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= SHORTEST_WORD);
  const all = [...new Set([...names, ...parts])].toSorted((a, b) => b.length - a.length);
  const rest = all.reduce((left, word) => left.replaceAll(word, ''), plain);
  return all.includes(bare) || (rest !== plain && rest.replace(/[\p{P}\p{Z}]/gu, '').length < LEAST_REST);
}

let commonWords: ReadonlySet<string> | undefined;

/** Fifty thousand words; gathered when the first password is set. */
async function common(): Promise<ReadonlySet<string>> {
  if (commonWords) return commonWords;
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return (commonWords = new Set([...dictionary['passwords-common'], ...OURS]));
}
