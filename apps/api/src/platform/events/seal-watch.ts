import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config';
import { Statements } from '../database/statements';
import { Unavailable } from '../errors';

/** How long one look counts. */
const FRESH_MS = 1_000;
/** Waiting longer than this for a seal is worth a word; `AUDIT_LAG_SECONDS` is where sensitive acts stop. */
const ALARM_SECONDS = 5;
/** A clock this far off makes codes and limits doubtful. */
const SKEW_SECONDS = 30;

/** How the sealing of events goes, seen from this process. */
export interface SealState {
  /** Seconds the oldest event without a seal has waited. */
  readonly lagSeconds: number;
  /** Seconds this process' clock is ahead of the database's; negative when it is behind. */
  readonly skewSeconds: number;
}

/** Watches that events get their seal in time. While they do not, an intruder could take new ones out unseen. */
@Injectable()
export class SealWatch {
  private seen: { state: SealState; at: number } | undefined;
  private looking: Promise<SealState> | undefined;

  constructor(
    private readonly statements: Statements,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** The state of at most a second ago. */
  async state(): Promise<SealState> {
    if (this.seen && performance.now() - this.seen.at < FRESH_MS) return this.seen.state;
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** What is wrong, in sentences a person understands; empty when all is well. */
  async troubles(): Promise<string[]> {
    const { lagSeconds, skewSeconds } = await this.state();
    return [
      ...(lagSeconds > ALARM_SECONDS
        ? [`Events have waited ${Math.round(lagSeconds)} seconds for their seal: is the worker running?`]
        : []),
      ...(Math.abs(skewSeconds) > SKEW_SECONDS
        ? [
            `The clock of this process is ${Math.abs(Math.round(skewSeconds))} seconds ${skewSeconds > 0 ? 'ahead of' : 'behind'} the database's.`,
          ]
        : []),
    ];
  }

  /** Sensitive acts wait until what they leave behind is sealed again. */
  async requireSealing(): Promise<void> {
    const { lagSeconds } = await this.state();
    if (lagSeconds <= this.settings.AUDIT_LAG_SECONDS) return;
    throw new Unavailable(
      'audit.unsealed',
      'The audit log is not being sealed, so nothing sensitive is done now. An operator has to see to the worker.',
    );
  }

  private async look(): Promise<SealState> {
    const [row] = await this.statements.everywhere<{ waited: string | null; now: string }[]>(
      `SELECT UNIX_TIMESTAMP(SYSDATE(6)) AS now, (
         SELECT TIMESTAMPDIFF(MICROSECOND, e.occurred_at, UTC_TIMESTAMP(6)) FROM event e
         WHERE e.n > COALESCE((SELECT s.event_n FROM event_seal s ORDER BY s.seq DESC LIMIT 1), 0) ORDER BY e.n LIMIT 1
       ) AS waited /* how long events of all organisations wait */`,
    );
    const state = {
      lagSeconds: Math.max(0, Number(row?.waited ?? 0) / 1e6),
      skewSeconds: Date.now() / 1000 - Number(row?.now),
    };
    this.seen = { state, at: performance.now() };
    return state;
  }
}
