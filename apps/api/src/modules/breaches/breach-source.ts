/** A collection of stolen passwords, by the SHA-1 of each. */
export interface BreachSource {
  /** How often the password of this hash (40 upper-case hex digits) was seen; 0 when never. Throws when it cannot be said. */
  count(hash: string): Promise<number>;
}

/** What is known about a password; `times` is 0 unless it is breached. */
export interface BreachVerdict {
  status: 'unknown' | 'clean' | 'breached';
  times: number;
}

/** Digits of a hash that name a range of the collection: 16^5 ranges of about a thousand hashes. */
export const RANGE_DIGITS = 5;

/**
 * The count in one range, `SUFFIX:COUNT` line by line; padding has a count of 0. Throws for text that is no such list:
 * the page of a captive portal must not make a password look clean.
 */
export function countInRange(text: string, suffix: string): number {
  let found = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const [, rest, count] = /^([0-9A-F]{35}):(\d{1,12})$/i.exec(line) ?? [];
    if (!rest) throw new Error('The list of breached passwords is not in the format it should be.');
    if (rest.toUpperCase() === suffix) found = Number(count);
  }
  return found;
}
