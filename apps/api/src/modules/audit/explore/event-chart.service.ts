import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { BUCKETS, type EventBarDto, type EventChartDto } from './event.dto';
import { EventTally } from './event-tally.service';

const LENGTH = { hour: 3_600_000, day: 86_400_000 } as const;
/** Bars of one chart; a screen shows no more. */
const MOST_BARS = 400;
const DEFAULT_DAYS = 30;
/** Numbers behind the tally in which an event may lie that was sealed later than its neighbours. */
const LATE = 20_000;

type Bucket = (typeof BUCKETS)[number];

/** Events over time: what was tallied already, and the newest ones counted as they are. */
@Injectable()
export class EventChart {
  constructor(
    private readonly sql: Sql,
    private readonly tally: EventTally,
  ) {}

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
    return { from: iso(from), to: iso(to), bucket, bars: await this.bars({ from, count, bucket }) };
  }

  private async bars({ from, count, bucket }: Wanted): Promise<EventBarDto[]> {
    const length = LENGTH[bucket];
    const [begin, end] = [stored(from), stored(from + count * length)];
    const { seq, n } = await this.tally.reached();
    const slot = (column: string): string => `FLOOR(TIMESTAMPDIFF(SECOND, ?, ${column}) / ${length / 1000})`;
    const tallied = await this.sql.scoped<Counted>(
      `SELECT ${slot('at')} AS slot, category, SUM(total) AS total FROM event_tally
       WHERE organisation_id IN (:scope) AND span = ? AND at >= ? AND at < ? GROUP BY slot, category`,
      [begin, bucket, begin, end],
    );
    const newest = await this.sql.scoped<Counted>(
      `SELECT ${slot('e.occurred_at')} AS slot, e.category, COUNT(*) AS total FROM event e
       WHERE e.organisation_id IN (:scope) AND e.n > ? AND e.occurred_at >= ? AND e.occurred_at < ?
       AND NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.event_n = e.n AND s.seq <= ?) GROUP BY slot, e.category`,
      [begin, Math.max(0, n - LATE), begin, end, seq],
    );
    const bars = Array.from({ length: count }, (_, at): EventBarDto => ({
      at: iso(from + at * length),
      total: 0,
      counts: {},
    }));
    for (const { slot: at, category, total } of [...tallied, ...newest]) {
      const bar = bars[Number(at)];
      if (!bar) continue;
      bar.counts[category] = (bar.counts[category] ?? 0) + Number(total);
      bar.total += Number(total);
    }
    return bars;
  }
}

interface Wanted {
  from: number;
  count: number;
  bucket: Bucket;
}

type Counted = { slot: number; category: string; total: number };

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
