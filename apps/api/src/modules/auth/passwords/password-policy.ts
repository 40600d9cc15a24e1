import { Invalid } from '../../../platform/errors';

/** Twelve characters, because everybody has a second factor; 64 and more are welcome, no composition rules. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 1000;

/** Passwords everybody tries first; matched without case and without digits and signs around them. */
const COMMON = new Set([
  'password',
  'passwort',
  'qwertyuiop',
  'letmein',
  'welcome',
  'administrator',
  'changeme',
  'iloveyou',
  'qwertzuiop',
  'azertyuiop',
  'abcdefghijkl',
  'clientstor',
  'clientst0r',
  'passwordpassword',
  'adminadminadmin',
]);

/** Throws unless the password is long enough and not guessable from the person or from lists. */
export function requireGoodPassword(password: string, words: readonly string[], pointer = '/password'): void {
  if ([...password].length < MIN_PASSWORD)
    throw Invalid.field(
      pointer,
      'too_short',
      `Use at least ${MIN_PASSWORD} characters. A few unrelated words work well.`,
      { min: MIN_PASSWORD },
    );
  const plain = password.toLowerCase();
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const repeated = new Set(plain).size <= 3;
  const counted = /^(?:0?1?234567890|abcdefghijklmnopqrstuvwxyz)+/.test(plain);
  const personal = words.map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  if (
    COMMON.has(bare) ||
    repeated ||
    counted ||
    personal.some((word) => bare === word || plain.replaceAll(word, '').length < 6)
  ) {
    throw Invalid.field(
      pointer,
      'guessable',
      'This password is easy to guess. Choose one that has nothing to do with you or the organisation.',
    );
  }
}
