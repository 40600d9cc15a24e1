import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Log } from '../../../platform/http';

const NAME = 'tally';
const BATCH = 5_000;
const IDLE_MS = 2_000;
const TROUBLE_MS = 10_000;
/** Events of the installation itself belong to nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
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

  /** Counts what was sealed since the last time, at most one batch; answers how many events. */
  async follow(): Promise<number> {
    const origin = { requestId: `event-tally-${uuid7()}`, ip: null, userAgent: null };
    return this.context.run(origin, () => this.work.run(() => this.count()));
  }

  /** How far it is; everything behind it has to be counted from the events themselves. */
  async reached(): Promise<Tallied> {
    const [row] = await this.sql.house<{ seq: string; n: string }>('SELECT seq, n FROM event_follower WHERE name = ?', [
      NAME,
    ]);
    return { seq: Number(row?.seq ?? 0), n: Number(row?.n ?? 0) };
  }

  private async count(): Promise<number> {
    const [last] = await this.sql.house<{ seq: string; n: string }>(
      `SELECT s.seq, s.event_n AS n FROM event_seal s
       WHERE s.seq <= COALESCE((SELECT seq FROM event_follower WHERE name = ?), 0) + ${BATCH} ORDER BY s.seq DESC LIMIT 1`,
      [NAME],
    );
    const end = Number(last?.seq ?? 0);
    if (!last || end <= (await this.reached()).seq) return 0;
    await this.sql.house('INSERT IGNORE INTO event_follower (name, seq, n) VALUES (?, 0, 0)', [NAME]);
    const [mine] = await this.sql.house<{ seq: string }>('SELECT seq FROM event_follower WHERE name = ? FOR UPDATE', [
      NAME,
    ]);
    const begin = Number(mine?.seq ?? 0);
    if (end <= begin) return 0;
    for (const [span, format] of Object.entries(SPANS))
      await this.sql.house(
        `INSERT INTO event_tally (organisation_id, span, at, category, total)
         SELECT COALESCE(e.organisation_id, ?), ?, DATE_FORMAT(e.occurred_at, ?), e.category, COUNT(*)
         FROM event_seal s JOIN event e ON e.n = s.event_n /* tally of all organisations */
         WHERE s.seq > ? AND s.seq <= ? GROUP BY 1, 3, 4 ON DUPLICATE KEY UPDATE total = total + VALUES(total)`,
        [NOBODY, span, format, begin, end],
      );
    await this.sql.house('UPDATE event_follower SET seq = ?, n = ? WHERE name = ?', [end, last.n, NAME]);
    return end - begin;
  }
}
