import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../database';
import { Log } from '../http/log';
import { JobDriver } from './drivers/job-driver';

const EVERY_MS = 500;
/** A job is dated when it is written and seen when that commits; looking back this far finds those that took a while. */
const LOOK_BACK_SECONDS = 10;
/** The newest, when more changed than that: older ones were seen by the look before. */
const MOST = 2000;

/** A job that changed. */
export interface JobChange {
  readonly id: string;
  readonly actorId: string;
  /** When, as the database writes it; grows with every change of one job. */
  readonly changedAt: string;
}

/** Sees what changes about jobs on any node: one look into the table for everybody who watches here. */
@Injectable()
export class JobWatch implements OnModuleDestroy {
  private readonly watchers = new Set<(change: JobChange) => void>();
  private seen = new Map<string, string>();
  private since: string | undefined;
  private began: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly driver: JobDriver,
    private readonly log: Log,
  ) {}

  /**
   * Calls `tell` for each change from now on; answers how to stop. Once it has answered, no change is missed:
   * who reads a job after that has read it as it was before the next change told.
   */
  async watch(tell: (change: JobChange) => void): Promise<() => void> {
    this.watchers.add(tell);
    const stop = (): void => {
      this.watchers.delete(tell);
      if (this.watchers.size === 0) this.end();
    };
    try {
      await (this.began ??= this.begin());
    } catch (error) {
      stop();
      throw error;
    }
    return stop;
  }

  onModuleDestroy(): void {
    this.end();
  }

  /** The first look is what later ones are compared with; what changed before it is told by whoever opens a stream. */
  private async begin(): Promise<void> {
    await this.changes();
    if (this.watchers.size === 0 || this.timer) return;
    this.driver.onChange(this.look);
    this.timer = setInterval(this.look, EVERY_MS);
  }

  private end(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.began = undefined;
    this.since = undefined;
    this.seen.clear();
    this.driver.offChange(this.look);
  }

  private readonly look = (): void => {
    if (this.looking || !this.timer) return;
    this.looking = true;
    void this.changes()
      .then((changes) => changes.forEach((change) => this.watchers.forEach((tell) => tell(change))))
      .catch((error: unknown) => this.log.fault(error))
      .finally(() => (this.looking = false));
  };

  private async changes(): Promise<JobChange[]> {
    const rows = (await this.work.outside(() =>
      this.work.statements.run(
        `SELECT id, actor_id AS actorId, changed_at AS changedAt FROM job
         WHERE changed_at >= COALESCE(?, UTC_TIMESTAMP(6)) - INTERVAL ${LOOK_BACK_SECONDS} SECOND ORDER BY changed_at DESC LIMIT ${MOST}`,
        [this.since ?? null],
      ),
    )) as JobChange[];
    rows.reverse();
    const fresh = rows.filter(({ id, changedAt }) => this.seen.get(id) !== changedAt);
    this.seen = new Map(rows.map(({ id, changedAt }) => [id, changedAt]));
    this.since = rows.at(-1)?.changedAt ?? this.since ?? new Date().toISOString().slice(0, 23).replace('T', ' ');
    return fresh;
  }
}
