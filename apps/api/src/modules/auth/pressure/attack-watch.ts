import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { HOUSE_ACTOR, RequestContext } from '../../../platform/context';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Log } from '../../../platform/http';
import { AttackBook } from './attack-book';
import { limitOf, QUIET_MINUTES, rateOf, WEEK_MINUTES } from './pressure-rules';

/** How long a look counts; what another node saw is seen within this time. */
const FRESH_MS = 1000;

/** What comes against signing in right now. */
export interface Outlook {
  readonly underAttack: boolean;
  /** Failures, and puzzles nobody answered, within the last sixty seconds. */
  readonly rate: number;
  readonly limit: number;
}

interface Seen {
  second: number;
  present: number | null;
  past: number | null;
  usual: number | null;
  quiet: number | null;
}

/** Puzzles nobody answers are counted like failures: an attack that they hold up is not over. */
const IN_MINUTE =
  'SELECT failures + GREATEST(CAST(asked AS SIGNED) - CAST(answered AS SIGNED), 0) FROM sign_in_pressure WHERE minute =';
const LOOK = `SELECT UNIX_TIMESTAMP() % 60 AS second,
  (${IN_MINUTE} UNIX_TIMESTAMP() DIV 60) AS present,
  (${IN_MINUTE} UNIX_TIMESTAMP() DIV 60 - 1) AS past,
  (SELECT SUM(failures) FROM sign_in_pressure WHERE attacked = 0
     AND minute BETWEEN UNIX_TIMESTAMP() DIV 60 - ${WEEK_MINUTES} AND UNIX_TIMESTAMP() DIV 60 - 2) AS usual,
  (SELECT TIMESTAMPDIFF(SECOND, last_over_at, UTC_TIMESTAMP(6)) FROM sign_in_attack WHERE open = 1) AS quiet`;

/** Notices when failed sign-ins of the whole installation become an attack, and when it is over. */
@Injectable()
export class AttackWatch {
  private known: { outlook: Outlook; at: number } | undefined;
  private looking: Promise<Outlook> | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly book: AttackBook,
    private readonly log: Log,
  ) {}

  /** As it was seen within the last second. */
  async now(): Promise<Outlook> {
    if (this.known && Date.now() - this.known.at < FRESH_MS) return this.known.outlook;
    // Whoever comes meanwhile waits for the same look.
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** Looks anew, and writes down what began or ended. */
  async look(): Promise<Outlook> {
    const origin = { requestId: `sign-in-attack-${uuid7()}`, ip: null, userAgent: null };
    const outlook = await this.context.run(origin, () => {
      this.context.become(HOUSE_ACTOR);
      return this.judge();
    });
    this.known = { outlook, at: Date.now() };
    return outlook;
  }

  private async judge(): Promise<Outlook> {
    const [seen] = await this.sql.house<Seen>(LOOK);
    const { second = 0, present, past, usual, quiet } = seen ?? {};
    const rate = rateOf({ present: Number(present ?? 0), past: Number(past ?? 0), second: Number(second) });
    const limit = limitOf(Number(usual ?? 0) / WEEK_MINUTES);
    const open = quiet !== null && quiet !== undefined;
    if (rate > limit) await this.note(() => this.book.goesOn(rate, limit));
    else if (open && quiet >= QUIET_MINUTES * 60) {
      await this.note(() => this.book.isOver());
      return { underAttack: false, rate, limit };
    }
    return { underAttack: open || rate > limit, rate, limit };
  }

  /** What is known is known, also where it could not be written down; the next look tries again. */
  private async note(write: () => Promise<void>): Promise<void> {
    await this.work.run(write).catch((error: unknown) => this.log.fault(error));
  }
}
