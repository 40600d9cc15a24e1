import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Log } from '../../../platform/http';

/** Requests for signing in, by country, that were let through or refused. */
export type TallyKind = 'passed' | 'refused';

const EVERY_MS = 10_000;
const KEPT_DAYS = 90;

interface Count {
  day: string;
  kind: TallyKind;
  label: string;
  total: number;
}

/** Counts in memory and writes sums: a flood costs additions, not statements. */
@Injectable()
export class PerimeterTally implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private counts = new Map<string, Count>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.settle(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.settle();
  }

  count(kind: TallyKind, label: string): void {
    const day = new Date().toISOString().slice(0, 10);
    const key = `${day} ${kind} ${label}`;
    const count = this.counts.get(key) ?? { day, kind, label, total: 0 };
    count.total += 1;
    this.counts.set(key, count);
  }

  /** Sums by label of the last `days` days, today among them; what this process counted so far included. */
  async sums(kind: TallyKind, days: number): Promise<Map<string, number>> {
    await this.settle();
    const rows = await this.sql.house<{ label: string; total: string }>(
      'SELECT label, SUM(total) AS total FROM perimeter_tally WHERE kind = ? AND day > UTC_DATE() - INTERVAL ? DAY GROUP BY label',
      [kind, days],
    );
    return new Map(rows.map(({ label, total }) => [label, Number(total)]));
  }

  /** Writes what was counted; what cannot be written is kept for the next time. */
  private async settle(): Promise<void> {
    const counts = [...this.counts.values()];
    if (counts.length === 0) return;
    this.counts = new Map();
    const origin = { requestId: `perimeter-tally-${uuid7()}`, ip: null, userAgent: null };
    await this.context
      .run(origin, () => this.work.run(() => this.write(counts)))
      .catch((error: unknown) => {
        this.log.fault(error);
        for (const count of counts) this.giveBack(count);
      });
  }

  private async write(counts: readonly Count[]): Promise<void> {
    for (const { day, kind, label, total } of counts)
      await this.sql.house(
        'INSERT INTO perimeter_tally (day, kind, label, total) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE total = total + VALUES(total)',
        [day, kind, label, total],
      );
    await this.sql.house('DELETE FROM perimeter_tally WHERE day < UTC_DATE() - INTERVAL ? DAY', [KEPT_DAYS]);
  }

  private giveBack(count: Count): void {
    const key = `${count.day} ${count.kind} ${count.label}`;
    const since = this.counts.get(key)?.total ?? 0;
    this.counts.set(key, { ...count, total: count.total + since });
  }
}
