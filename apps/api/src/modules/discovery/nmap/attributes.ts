/** The attributes of one element, as the parser gives them. */
export type Attributes = Readonly<Record<string, string | undefined>>;

const LONGEST_TEXT = 255;
// Banners come from whatever answered the scan: control characters and direction overrides stay out of our records.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** Printable, trimmed text of at most 255 characters; undefined when nothing is left. */
export function boundedText(text: string | undefined): string | undefined {
  const clean = text?.replace(UNPRINTABLE, ' ').trim();
  return clean ? [...clean].slice(0, LONGEST_TEXT).join('') : undefined;
}

/** A whole number from 0 to `max`, else undefined. */
export function wholeNumber(text: string | undefined, max: number): number | undefined {
  if (!text || !/^\d{1,12}$/.test(text)) return undefined;
  const number = Number(text);
  return number <= max ? number : undefined;
}

const YEAR_2100 = 4_102_444_800;

/** A moment from epoch seconds; undefined when missing, zero or absurd. */
export function moment(text: string | undefined): Date | undefined {
  const seconds = wholeNumber(text, YEAR_2100);
  return seconds ? new Date(seconds * 1000) : undefined;
}

/** The member of a list of choices that the text names. */
export function choice<T extends string>(choices: readonly T[], text: string | undefined): T | undefined {
  return choices.find((candidate) => candidate === text);
}
