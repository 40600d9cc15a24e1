import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Log } from '../../../platform/http';
import { EVENT_COUNTS, type EventCount } from './event-counts';

const BATCH = 5_000;
const IDLE_MS = 2_000;
const TROUBLE_MS = 10_000;
const SPANS = { hour: '%Y-%m-%d %H:00:00', day: '%Y-%m-%d 00:00:00' } as const;

/** How far the count has come: the last event counted, by its place in the chain and by its number. */
export interface Tallied {
  readonly seq: number;
  readonly n: number;
}

/**
 * Counts sealed events by hour and day, each exactly once: the count and how far it has come are one transaction. Made
 * from the events and never more than a convenience: it can be made anew at any time.
 */
@Injectable()
export class EventTally {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly log: Log,
  ) {}

  /** Follows the log until told to stop; of several processes one counts at a time. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = await this.follow().then(
        (count) => (count === BATCH ? 0 : IDLE_MS),
        (error: unknown) => {
          this.log.fault(error);
          return TROUBLE_MS;
        },
      );
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Counts what was sealed since the last time, at most one batch of each count; answers how many events. */
  async follow(): Promise<number> {
    const origin = { requestId: `event-tally-${uuid7()}`, ip: null, userAgent: null };
    let most = 0;
    for (const count of Object.values(EVENT_COUNTS))
      most = Math.max(most, await this.context.run(origin, () => this.work.run(() => this.count(count))));
    return most;
  }

  /** How far it is; everything behind it has to be counted from the events themselves. */
  async reached({ name }: EventCount = EVENT_COUNTS.categories): Promise<Tallied> {
    const [row] = await this.sql.house<{ seq: string; n: string }>('SELECT seq, n FROM event_follower WHERE name = ?', [
      name,
    ]);
    return { seq: Number(row?.seq ?? 0), n: Number(row?.n ?? 0) };
  }

  private async count(what: EventCount): Promise<number> {
    const { name } = what;
    // Events that retention took away are behind every cursor.
    const [last] = await this.sql.house<{ seq: string; n: string }>(
      `SELECT s.seq, s.event_n AS n FROM event_seal s
       WHERE s.seq <= GREATEST(COALESCE((SELECT seq FROM event_follower WHERE name = ?), 0),
         COALESCE((SELECT MIN(seq) FROM event_seal), 1) - 1) + ${BATCH} ORDER BY s.seq DESC LIMIT 1`,
      [name],
    );
    const end = Number(last?.seq ?? 0);
    if (!last || end <= (await this.reached(what)).seq) return 0;
    // Not IGNORE: that holds the row shared, and two workers that want it for themselves would wait for each other.
    await this.sql.house(
      'INSERT INTO event_follower (name, seq, n) VALUES (?, 0, 0) ON DUPLICATE KEY UPDATE name = name',
      [name],
    );
    const [mine] = await this.sql.house<{ seq: string }>('SELECT seq FROM event_follower WHERE name = ? FOR UPDATE', [
      name,
    ]);
    const begin = Number(mine?.seq ?? 0);
    if (end <= begin) return 0;
    for (const [span, format] of Object.entries(SPANS))
      await this.sql.everywhere(what.statement, [span, format, begin, end]);
    await this.sql.house('UPDATE event_follower SET seq = ?, n = ? WHERE name = ?', [end, last.n, name]);
    return end - begin;
  }
}
