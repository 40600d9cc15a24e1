import { SsoRefused } from '../../entering/sso-refused';

const LONGEST = 256;

/** What somebody called themselves, in the one form it is searched in; throws for what no name can be. */
export function loginName(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name.length > 0 && name.length <= LONGEST && !name.includes('\0')) return name;
  throw new SsoRefused('name_refused', 'This cannot be a name: it is empty, too long, or holds a zero byte.');
}

/** Directories find more than what was asked for: without accents, without blanks, by look-alikes. Only the very name counts. */
export const sameLogin = (name: string, found: string): boolean =>
  name.toLowerCase() === found.normalize('NFC').toLowerCase();
