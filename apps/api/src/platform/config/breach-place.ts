import { isAbsolute } from 'node:path';

/** What `BREACH_LIST` may say. */
export type BreachPlace = { kind: 'off' } | { kind: 'service'; address: string } | { kind: 'path'; path: string };

/** Reads the setting; throws a sentence for what is neither `off`, an address nor an absolute path. */
export function readBreachPlace(text: string): BreachPlace {
  if (text === 'off') return { kind: 'off' };
  if (isAbsolute(text)) return { kind: 'path', path: text };
  if (/^https?:\/\/[^\s?#@]+$/.test(text) && URL.canParse(text)) return { kind: 'service', address: text };
  throw new Error('Write off, the address of a range service, or the absolute path of a file or folder.');
}
