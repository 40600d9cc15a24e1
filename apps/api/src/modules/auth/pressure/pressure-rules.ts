/** What the failed sign-ins of an installation amount to. */

/** Fewer failures a minute than this are never called an attack. */
const LEAST_PER_MINUTE = 100;
const TIMES_USUAL = 5;
/** A week of minutes: what is usual is what a week brought. */
export const WEEK_MINUTES = 7 * 24 * 60;
/** Minutes without too many failures after which an attack is over. */
export const QUIET_MINUTES = 10;
/** Zero bits asked for: about eight thousand trials, well below a second in a browser. */
const BITS = 13;
const MOST_HARDER = 2;

/** Counts of two minutes, and how far into the later one we are. */
export interface Minutes {
  readonly present: number;
  readonly past: number;
  readonly second: number;
}

/** Failures within the last sixty seconds: the present minute, and of the one before the part that is not over. */
export const rateOf = ({ present, past, second }: Minutes): number =>
  Math.round(present + past * (1 - Math.min(59, Math.max(0, second)) / 60));

/** More failures a minute than this are an attack, where a week brought so many a minute. */
export const limitOf = (usualPerMinute: number): number =>
  Math.max(LEAST_PER_MINUTE, Math.ceil(TIMES_USUAL * usualPerMinute));

/** How hard a puzzle is: one bit more, twice the work, for each doubling beyond the limit. */
export function bitsOf(rate: number, limit: number): number {
  const harder = rate > limit ? Math.floor(Math.log2(rate / limit)) : 0;
  return BITS + Math.min(MOST_HARDER, harder);
}
