import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Sql, changesBetween } from '../../platform/database';
import { NotFound } from '../../platform/errors';
import { EventRecorder } from '../../platform/events';
import { Scheduler, jobCalled, nextTime, type CronTime } from '../../platform/jobs';
import type { JobDto } from './job.dto';
import { JobService } from './job.service';
import { ScheduleDto, type ScheduleUpdateDto } from './schedule.dto';

interface Row extends CronTime {
  name: string;
  paused: number;
  chosen: number;
}

// The newest job of the name, by time or by hand: its own index answers that without a sort.
const LAST = '(SELECT j.id FROM job j WHERE j.name = s.name ORDER BY j.created_at DESC LIMIT 1)';

/** When the house gives itself work; for platform administrators. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly sql: Sql,
    private readonly events: EventRecorder,
    private readonly scheduler: Scheduler,
    private readonly jobs: JobService,
  ) {}

  async list(): Promise<ScheduleDto[]> {
    const rows = await this.sql.house<Row>(
      `SELECT s.name, s.cron, s.time_zone AS timeZone, s.chosen, s.paused, s.next_at AS nextAt, l.id AS lastJobId, l.state AS lastState,
         l.started_at AS lastStartedAt, TIMESTAMPDIFF(MICROSECOND, l.started_at, l.finished_at) DIV 1000 AS lastMilliseconds,
         l.error_code AS lastErrorCode, l.error_detail AS lastErrorDetail
       FROM job_schedule s LEFT JOIN job l ON l.id = ${LAST} ORDER BY s.name`,
    );
    return rows
      .filter(({ name }) => jobCalled(name)?.schedule)
      .map((row) => present(ScheduleDto, { ...row, title: jobCalled(row.name)!.title }));
  }

  async get(name: string): Promise<ScheduleDto> {
    const schedule = (await this.list()).find((one) => one.name === name);
    if (!schedule) throw new NotFound('schedule');
    return schedule;
  }

  async update(name: string, input: ScheduleUpdateDto): Promise<ScheduleDto> {
    const before = await this.get(name);
    const release = jobCalled(name)!.schedule!;
    const after = {
      cron: input.cron === undefined ? before.cron : (input.cron ?? release.cron),
      timeZone: input.timeZone === undefined ? before.timeZone : (input.timeZone ?? release.timeZone),
      paused: input.paused ?? before.paused,
    };
    const chosen = after.cron !== release.cron || after.timeZone !== release.timeZone;
    await this.sql.house(
      'UPDATE job_schedule SET cron = ?, time_zone = ?, chosen = ?, paused = ?, next_at = ? WHERE name = ?',
      [after.cron, after.timeZone, chosen ? 1 : 0, after.paused ? 1 : 0, nextTime(after), name],
    );
    const changes = changesBetween(before, after, []);
    if (Object.keys(changes).length > 0)
      this.events.record({ action: 'schedule.updated', category: 'admin', details: { schedule: name }, changes });
    return this.get(name);
  }

  /** Queues it now; its next time stays. */
  async runNow(name: string): Promise<JobDto> {
    await this.get(name);
    const { id } = await this.scheduler.queue(name);
    this.events.record({ action: 'schedule.run', category: 'admin', details: { schedule: name, job: id } });
    return this.jobs.get(id);
  }
}
