import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { BUCKETS, type EventBarDto, type EventChartDto } from './event.dto';

const LENGTH = { hour: 3_600_000, day: 86_400_000 } as const;
/** Bars of one chart; a screen shows no more. */
const MOST_BARS = 400;
const DEFAULT_DAYS = 30;

type Bucket = (typeof BUCKETS)[number];

/** Events over time, counted from one index. */
@Injectable()
export class EventChart {
  constructor(private readonly sql: Sql) {}

  /** Bars without gaps from `from` to `to`, both widened to whole buckets in UTC. */
  async chart(query: Record<string, unknown>): Promise<EventChartDto> {
    const bucket = bucketOf(query['bucket']);
    const length = LENGTH[bucket];
    const to = Math.ceil((momentOf(query, 'to') ?? Date.now()) / length) * length;
    const from = Math.floor((momentOf(query, 'from') ?? to - DEFAULT_DAYS * LENGTH.day) / length) * length;
    const count = (to - from) / length;
    if (count < 1) throw Invalid.field('/query/to', 'range', 'The end lies before the beginning.');
    if (count > MOST_BARS)
      throw Invalid.field('/query/from', 'range', `At most ${MOST_BARS} bars: choose a shorter time or bucket=day.`, {
        max: MOST_BARS,
      });
    return { from: iso(from), to: iso(to), bucket, bars: await this.bars(from, count, length) };
  }

  private async bars(from: number, count: number, length: number): Promise<EventBarDto[]> {
    const rows = await this.sql.scoped<{ slot: number; category: string; total: number }>(
      `SELECT FLOOR(TIMESTAMPDIFF(SECOND, ?, occurred_at) / ?) AS slot, category, COUNT(*) AS total FROM event
       WHERE organisation_id IN (:scope) AND occurred_at >= ? AND occurred_at < ? GROUP BY slot, category`,
      [stored(from), length / 1000, stored(from), stored(from + count * length)],
    );
    const bars = Array.from({ length: count }, (_, at): EventBarDto => ({
      at: iso(from + at * length),
      total: 0,
      counts: {},
    }));
    for (const { slot, category, total } of rows) {
      const bar = bars[Number(slot)];
      if (!bar) continue;
      bar.counts[category] = Number(total);
      bar.total += Number(total);
    }
    return bars;
  }
}

function bucketOf(value: unknown): Bucket {
  if (value === undefined) return 'day';
  const bucket = BUCKETS.find((one) => one === value);
  if (!bucket) throw Invalid.field('/query/bucket', 'choice', 'A bar covers an hour or a day.', { allowed: BUCKETS });
  return bucket;
}

function momentOf(query: Record<string, unknown>, name: 'from' | 'to'): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const moment = typeof text === 'string' && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment))
    throw Invalid.field(`/query/${name}`, 'format', 'A moment looks like 2026-12-01T10:00:00Z.');
  return moment;
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const stored = (milliseconds: number): string => iso(milliseconds).replace('T', ' ').replace('Z', '');
