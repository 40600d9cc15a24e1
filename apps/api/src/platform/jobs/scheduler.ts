import { Injectable } from '@nestjs/common';
import { CronExpressionParser } from 'cron-parser';
import { RequestContext } from '../context';
import { Sql, UnitOfWork } from '../database';
import { Invalid } from '../errors';
import { HOUSE } from './job-actors';
import { declaredJobs, jobCalled, type CronTime } from './job-definition';
import { Jobs, type QueuedJob } from './jobs';

interface DueRow extends CronTime {
  name: string;
}

/** Queues the jobs the house gives itself: once per due time, however many workers look at the clock. */
@Injectable()
export class Scheduler {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly jobs: Jobs,
  ) {}

  /** Writes down schedules that are new and follows their defaults; those of another release running beside this one stay. */
  async prepare(): Promise<void> {
    const scheduled = declaredJobs().flatMap(({ name, schedule }) => (schedule ? [{ name, ...schedule }] : []));
    await this.asHouse(async () => {
      for (const { name, cron, timeZone } of scheduled)
        await this.sql.house(
          // Assignments run from left to right: the next time is kept unless the default changed and nobody chose another.
          `INSERT INTO job_schedule (name, cron, time_zone, next_at) VALUES (?, ?, ?, ?)
           ON DUPLICATE KEY UPDATE
             next_at = IF(chosen = 1 OR (cron = VALUES(cron) AND time_zone = VALUES(time_zone)), next_at, VALUES(next_at)),
             cron = IF(chosen = 1, cron, VALUES(cron)), time_zone = IF(chosen = 1, time_zone, VALUES(time_zone))`,
          [name, cron, timeZone, nextTime({ cron, timeZone })],
        );
    });
  }

  /** Queues what is due; answers the names. A time missed while nothing ran is made up for once. */
  async tick(): Promise<string[]> {
    return this.asHouse(async () => {
      const known = declaredJobs().flatMap(({ name, schedule }) => (schedule ? [name] : []));
      if (known.length === 0) return [];
      const due = await this.sql.house<DueRow>(
        `SELECT name, cron, time_zone AS timeZone FROM job_schedule
         WHERE paused = 0 AND next_at <= UTC_TIMESTAMP(6) AND name IN (${known.map(() => '?').join(', ')})
         ORDER BY next_at LIMIT 20 FOR UPDATE SKIP LOCKED`,
        known,
      );
      for (const row of due) {
        const { id } = await this.queue(row.name);
        await this.sql.house('UPDATE job_schedule SET last_at = next_at, last_job_id = ?, next_at = ? WHERE name = ?', [
          id,
          nextTime(row),
          row.name,
        ]);
      }
      return due.map(({ name }) => name);
    });
  }

  /** Queues a scheduled job; one that still waits or runs is not queued a second time. Needs a unit of work. */
  queue(name: string): Promise<QueuedJob> {
    return this.jobs.enqueue(jobCalled(name)!, {}, { uniqueKey: 'scheduled' });
  }

  private asHouse<T>(work: () => Promise<T>): Promise<T> {
    return this.context.run({ requestId: 'scheduler', ip: null, userAgent: 'scheduler' }, () => {
      this.context.become(HOUSE);
      return this.work.run(work);
    });
  }
}

/** The next time of a cron expression in its zone, strictly later than now; throws Invalid with a pointer. */
export function nextTime({ cron, timeZone }: CronTime, from = new Date()): Date {
  if (cron.trim().split(/\s+/).length !== 5)
    throw Invalid.field('/cron', 'cron', 'Five fields: minute, hour, day of the month, month, day of the week.');
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw Invalid.field('/timeZone', 'time_zone', 'There is no such time zone; one is called Europe/Berlin.');
  }
  try {
    return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: from }).next().toDate();
  } catch (error) {
    throw Invalid.field('/cron', 'cron', `This is no time: ${(error as Error).message}`);
  }
}
