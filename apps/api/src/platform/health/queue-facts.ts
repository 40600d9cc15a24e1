import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { Sql } from '../database';

/** How the jobs of one pace stand. */
export interface PaceFacts {
  readonly pace: string;
  /** Due, and nobody has begun. */
  readonly waiting: number;
  readonly running: number;
  /** Failed for good and still kept. */
  readonly dead: number;
  /** Seconds the oldest has been due. */
  readonly oldestSeconds: number;
}

const PACES = ['quick', 'long'];

/** How long the queue is and how long its oldest job waits, on all nodes together. */
@Injectable()
export class QueueFacts {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  async read(): Promise<PaceFacts[]> {
    const rows = await this.inside(() =>
      this.sql.house<Record<keyof PaceFacts, string | number | null>>(
        `SELECT pace, COUNT(IF(state = 'queued' AND due_at <= UTC_TIMESTAMP(), 1, NULL)) AS waiting, COUNT(IF(state = 'running', 1, NULL)) AS running,
           COUNT(IF(state = 'failed', 1, NULL)) AS dead,
           MAX(IF(state = 'queued', GREATEST(0, TIMESTAMPDIFF(SECOND, due_at, UTC_TIMESTAMP())), 0)) AS oldestSeconds
         FROM job WHERE state IN ('queued', 'running', 'failed') GROUP BY pace`,
      ),
    );
    return PACES.map((pace) => {
      const row = rows.find((one) => one.pace === pace);
      const figure = (name: keyof PaceFacts): number => Number(row?.[name] ?? 0);
      const [waiting, running, dead] = [figure('waiting'), figure('running'), figure('dead')];
      return { pace, waiting, running, dead, oldestSeconds: figure('oldestSeconds') };
    });
  }

  private inside<T>(work: () => Promise<T>): Promise<T> {
    return this.context.open ? work() : this.context.run({ requestId: 'queue', ip: null, userAgent: null }, work);
  }
}
