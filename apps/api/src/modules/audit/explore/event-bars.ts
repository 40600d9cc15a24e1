import { Invalid } from '../../../platform/errors';
import { BUCKETS } from './event.dto';

export type Bucket = (typeof BUCKETS)[number];

/** Milliseconds a bar covers. */
export const LENGTH: Readonly<Record<Bucket, number>> = { hour: 3_600_000, day: 86_400_000 };

/** Bars without gaps: `from` in epoch milliseconds, each `length` milliseconds long. */
export interface Row {
  readonly from: number;
  readonly length: number;
  readonly count: number;
}

/** How many events of one name lie in the bar at `slot`; the same pair may come more than once. */
export interface Sum {
  readonly slot: number;
  readonly name: string;
  readonly total: number | string;
}

type Bar = { at: string; total: number; counts: Record<string, number> };

/** What `?bucket=` asks for; a day where it asks for nothing. */
export function bucketOf(value: unknown): Bucket {
  if (value === undefined || value === null) return 'day';
  const bucket = BUCKETS.find((one) => one === value);
  if (!bucket) throw Invalid.field('/query/bucket', 'choice', 'A bar covers an hour or a day.', { allowed: BUCKETS });
  return bucket;
}

/** The bar a moment lies in, as SQL; it takes the beginning of the row as its one value. */
export const slotOf = (column: string, { length }: Row): string =>
  `FLOOR(TIMESTAMPDIFF(SECOND, ?, ${column}) / ${length / 1000})`;

/** Every bar of the row, empty ones too. */
export function barsOf({ from, length, count }: Row, sums: readonly Sum[]): Bar[] {
  const bars = Array.from({ length: count }, (_, slot): Bar => ({
    at: iso(from + slot * length),
    total: 0,
    counts: {},
  }));
  for (const { slot, name, total } of sums) {
    const bar = bars[Number(slot)];
    if (!bar) continue;
    bar.counts[name] = (bar.counts[name] ?? 0) + Number(total);
    bar.total += Number(total);
  }
  return bars;
}

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
/** As the database writes it. */
export const stored = (milliseconds: number): string => iso(milliseconds).replace('T', ' ').replace('Z', '');
