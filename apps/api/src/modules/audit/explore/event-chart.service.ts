import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { LENGTH, barsOf, bucketOf, iso, slotOf, stored, type Bucket, type Row, type Sum } from './event-bars';
import type { EventBarDto, EventChartDto } from './event.dto';
import { EventTally } from './event-tally.service';

/** Bars of one chart; a screen shows no more. */
const MOST_BARS = 400;
const DEFAULT_DAYS = 30;
/** Numbers behind the tally in which an event may lie that was sealed later than its neighbours. */
const LATE = 20_000;

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
    return { from: iso(from), to: iso(to), bucket, bars: await this.bars({ from, length, count }, bucket) };
  }

  private async bars(row: Row, bucket: Bucket): Promise<EventBarDto[]> {
    const { from, length, count } = row;
    const [begin, end] = [stored(from), stored(from + count * length)];
    const { seq, n } = await this.tally.reached();
    const tallied = await this.sql.scoped<Sum>(
      `SELECT ${slotOf('at', row)} AS slot, category AS name, SUM(total) AS total FROM event_tally
       WHERE organisation_id IN (:scope) AND span = ? AND at >= ? AND at < ? GROUP BY slot, category`,
      [begin, bucket, begin, end],
    );
    const newest = await this.sql.scoped<Sum>(
      `SELECT ${slotOf('e.occurred_at', row)} AS slot, e.category AS name, COUNT(*) AS total FROM event e
       WHERE e.organisation_id IN (:scope) AND e.n > ? AND e.occurred_at >= ? AND e.occurred_at < ?
       AND NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.event_n = e.n AND s.seq <= ?) GROUP BY slot, e.category`,
      [begin, Math.max(0, n - LATE), begin, end, seq],
    );
    return barsOf(row, [...tallied, ...newest]);
  }
}

function momentOf(query: Record<string, unknown>, name: 'from' | 'to'): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const moment = typeof text === 'string' && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment))
    throw Invalid.field(`/query/${name}`, 'format', 'A moment looks like 2026-12-01T10:00:00Z.');
  return moment;
}
