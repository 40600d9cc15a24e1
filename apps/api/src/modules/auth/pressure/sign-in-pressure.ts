import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Log } from '../../../platform/http';

const EVERY_MS = 1000;
/** A week is compared with; a day more is kept, so that the week is whole. */
const KEPT_MINUTES = 8 * 24 * 60;
/** More in one minute are counted each time they ask. */
const MOST_BLOCKS = 100_000;

/** What is counted: trials that failed, puzzles that were handed out, and right answers to them. */
export type PressureKind = 'failures' | 'asked' | 'answered';
type Counts = Record<PressureKind, number>;

const NONE: Counts = { failures: 0, asked: 0, answered: 0 };

/** Counts failed sign-ins of the whole installation. In memory first: a flood costs additions and one statement a second. */
@Injectable()
export class SignInPressure implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private counts: Counts = { ...NONE };
  private heard = { minute: 0, of: new Set<string>() };
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

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

  count(kind: PressureKind): void {
    this.counts[kind] += 1;
  }

  /** Counts puzzles of one customer's block of addresses once a minute: asking for them costs nothing. */
  countOnce(kind: 'asked' | 'answered', block: string): void {
    const minute = Math.floor(Date.now() / 60_000);
    if (this.heard.minute !== minute) this.heard = { minute, of: new Set() };
    const name = `${kind} ${block}`;
    if (this.heard.of.has(name)) return;
    if (this.heard.of.size < MOST_BLOCKS) this.heard.of.add(name);
    this.count(kind);
  }

  /** Writes what was counted, one after the other; what cannot be written is kept for the next time. */
  settle(): Promise<void> {
    this.writing = this.writing.then(() => this.flush());
    return this.writing;
  }

  private async flush(): Promise<void> {
    const { counts } = this;
    if (counts.failures + counts.asked + counts.answered === 0) return;
    this.counts = { ...NONE };
    const origin = { requestId: `sign-in-pressure-${uuid7()}`, ip: null, userAgent: null };
    try {
      await this.context.run(origin, () => this.work.run(() => this.write(counts)));
    } catch (error) {
      this.log.fault(error);
      for (const kind of ['failures', 'asked', 'answered'] as const) this.counts[kind] += counts[kind];
    }
  }

  /** The attack first: two nodes that came to it from the minute they share would wait for each other. */
  private async write({ failures, asked, answered }: Counts): Promise<void> {
    if (asked + answered > 0)
      await this.sql.house('UPDATE sign_in_attack SET asked = asked + ?, answered = answered + ? WHERE open = 1', [
        asked,
        answered,
      ]);
    await this.sql.house(
      `INSERT INTO sign_in_pressure (minute, failures, asked, answered, attacked)
       VALUES (UNIX_TIMESTAMP() DIV 60, ?, ?, ?, EXISTS (SELECT 1 FROM sign_in_attack WHERE open = 1))
       ON DUPLICATE KEY UPDATE failures = failures + VALUES(failures), asked = asked + VALUES(asked),
         answered = answered + VALUES(answered), attacked = GREATEST(attacked, VALUES(attacked))`,
      [failures, asked, answered],
    );
    await this.sql.house(
      `DELETE FROM sign_in_pressure WHERE minute < UNIX_TIMESTAMP() DIV 60 - ${KEPT_MINUTES} LIMIT 100`,
    );
  }
}
