import { absoluteTime } from '@st0r/ui';
import type { TimeRange } from './chip-filters';

/** One day in milliseconds. */
export const DAY = 86_400_000;
const usualDays = 30;
/** The server draws 400 bars at most. */
const longestDays = 398;
/** Up to so many days a bar is an hour. */
const hourlyDays = 4;

/** What to ask a chart for; `now` is rounded to the minute, so that a redraw asks nothing new. */
export function spanOf(range: TimeRange, now: number): { from?: string; to?: string; bucket: 'hour' | 'day' } {
  const end = range.to ?? Math.ceil(now / 60_000) * 60_000;
  const wanted = range.from ?? end - usualDays * DAY;
  const start = Math.max(wanted, end - longestDays * DAY);
  const bucket = end - start <= hourlyDays * DAY ? 'hour' : 'day';
  // Without a chosen time the server's own thirty days are asked for, which stay the same all day.
  if (range.from === undefined && range.to === undefined) return { bucket: 'day' };
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString(), bucket };
}

/** Milliseconds one bar covers. */
export const lengthOf = ({ bucket }: { bucket: string }): number => (bucket === 'hour' ? DAY / 24 : DAY);

const dayWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** When a bar begins; days are the server's, in UTC, hours are the reader's. */
export const wordsOf = (at: string | number, bucket: string): string =>
  bucket === 'day' ? dayWords.format(new Date(at)) : absoluteTime(at);
