import { Injectable } from '@nestjs/common';
import { Sql, UnitOfWork } from '../database';
import { Conflict, NotFound } from '../errors';
import { EventRecorder } from '../events';
import { JobDriver } from './drivers/job-driver';
import type { JobState } from './job.entity';
import { jobCalled } from './job-definition';

interface Known {
  id: string;
  name: string;
  state: JobState;
  actsIn: string | null;
}

/** Stops and repeats jobs. Whether somebody may is decided by the caller; both need a unit of work. */
@Injectable()
export class JobControl {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly driver: JobDriver,
  ) {}

  /** A waiting job ends at once; a running one is told, and ends within a second or two. */
  async cancel(id: string): Promise<void> {
    const job = await this.locked(id);
    if (job.state !== 'queued' && job.state !== 'running')
      throw new Conflict('job.finished', { detail: 'This job has ended already.' });
    if (jobCalled(job.name)?.cancellable === false)
      throw new Conflict('job.not_cancellable', { detail: 'This job must not be stopped half way. Wait for its end.' });
    if (job.state === 'running') await this.set(job, 'cancel_asked = 1');
    else
      await this.set(
        job,
        "state = 'cancelled', finished_at = UTC_TIMESTAMP(6), expires_at = UTC_TIMESTAMP(6) + INTERVAL 7 DAY",
      );
    this.tell(job, 'job.cancelled');
  }

  /** Queues a failed or cancelled job again, with all its attempts. */
  async retry(id: string): Promise<void> {
    const job = await this.locked(id);
    if (job.state !== 'failed' && job.state !== 'cancelled')
      throw new Conflict('job.not_failed', { detail: 'Only a job that failed or was cancelled is run again.' });
    await this.set(
      job,
      `state = 'queued', attempt = 0, due_at = UTC_TIMESTAMP(6), handed_at = NULL, finished_at = NULL, expires_at = NULL, problems = NULL,
       error_code = NULL, error_detail = NULL, progress_done = NULL, progress_total = NULL, progress_unit = NULL, progress_message = NULL`,
    );
    this.tell(job, 'job.retried');
    this.work.afterCommit(() => this.driver.announce());
  }

  private async locked(id: string): Promise<Known> {
    const [job] = await this.sql.house<Known>(
      'SELECT id, name, state, acts_in AS actsIn FROM job WHERE id = ? FOR UPDATE',
      [id],
    );
    if (!job) throw new NotFound('job');
    return job;
  }

  private async set({ id }: Known, sets: string): Promise<void> {
    await this.sql.house(`UPDATE job SET ${sets}, changed_at = UTC_TIMESTAMP(6) WHERE id = ?`, [id]);
    this.work.afterCommit(() => this.driver.changed());
  }

  private tell({ id, name, actsIn }: Known, action: string): void {
    this.events.record({
      action,
      category: 'admin',
      organisationId: actsIn,
      target: { type: 'job', id, label: name },
    });
  }
}
