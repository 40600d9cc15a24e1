import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { SealWatch } from '../../../platform/events';
import { LENGTH, barsOf, bucketOf, iso, slotOf, stored, type Row, type Sum } from './event-bars';
import { EVENT_COUNTS } from './event-counts';
import type { SecurityBarDto, SecurityChartDto, SecurityRefusalsDto } from './security-chart.dto';

const BARS = { hour: 24, day: 30 } as const;
const MOST_LABELS = 20;

/** Failures, bans and refusals over time; sums of the tally, so that an attack costs the reader nothing. */
@Injectable()
export class SecurityChart {
  constructor(
    private readonly sql: Sql,
    private readonly seals: SealWatch,
  ) {}

  /** The last 24 hours, or the last thirty days in UTC; the present one included. */
  async chart(asked: unknown): Promise<SecurityChartDto> {
    const bucket = bucketOf(asked);
    const [length, count] = [LENGTH[bucket], BARS[bucket]];
    const to = (Math.floor(Date.now() / length) + 1) * length;
    const from = to - count * length;
    const time = [bucket, stored(from), stored(to)];
    return {
      ...{ from: iso(from), to: iso(to), bucket },
      bars: await this.bars(time, { from, length, count }),
      refusals: await this.refusals(time),
      behindSeconds: Math.max(0, Math.round(await this.behind())),
    };
  }

  /** How long the oldest event that is not counted yet has waited, for its seal or for being counted. */
  private async behind(): Promise<number> {
    const [next] = await this.sql.everywhere<{ waited: string }>(
      `SELECT TIMESTAMPDIFF(SECOND, e.occurred_at, UTC_TIMESTAMP(6)) AS waited
       FROM event_seal s JOIN event e ON e.n = s.event_n /* how long events of all organisations wait */
       WHERE s.seq > COALESCE((SELECT seq FROM event_follower WHERE name = ?), 0) ORDER BY s.seq LIMIT 1`,
      [EVENT_COUNTS.security.name],
    );
    return Math.max(Number(next?.waited ?? 0), (await this.seals.state()).lagSeconds);
  }

  private async bars(time: readonly string[], row: Row): Promise<SecurityBarDto[]> {
    const sums = await this.sql.house<Sum>(
      `SELECT ${slotOf('at', row)} AS slot, kind AS name, SUM(total) AS total
       FROM security_tally WHERE span = ? AND at >= ? AND at < ? GROUP BY slot, kind`,
      [stored(row.from), ...time],
    );
    return barsOf(row, sums);
  }

  private async refusals(time: readonly string[]): Promise<SecurityRefusalsDto[]> {
    const rows = await this.sql.house<{ label: string; total: string }>(
      `SELECT label, SUM(total) AS total FROM security_tally WHERE span = ? AND at >= ? AND at < ? AND kind = 'refused'
       GROUP BY label ORDER BY total DESC, label LIMIT ${MOST_LABELS}`,
      [...time],
    );
    return rows.map(({ label, total }) => ({ label, total: Number(total) }));
  }
}
