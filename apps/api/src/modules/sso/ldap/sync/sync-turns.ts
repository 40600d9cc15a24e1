import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import type { JobRun } from '../../../../platform/jobs';

/** Whose turn it is to look at a directory: one job at a time, or a slow one would undo what a later one did. */
@Injectable()
export class SyncTurns {
  constructor(private readonly sql: Sql) {}

  /** Answers undefined while another job has the turn. */
  async during<T>(connectionId: string, job: JobRun, work: () => Promise<T>): Promise<T | undefined> {
    if (!(await this.take(connectionId, job.id))) return undefined;
    try {
      return await work();
    } finally {
      // A run that was stopped leaves its turn to the end of its job: the same job may have begun again elsewhere.
      if (!job.signal.aborted) await this.giveBack(connectionId, job.id);
    }
  }

  /** A job that does not run any more has no turn, however it ended: with its worker, by a cancel, out of time. */
  private async take(connectionId: string, jobId: string): Promise<boolean> {
    await this.sql.house(
      `DELETE FROM directory_turn WHERE connection_id = ?
         AND (job_id = ? OR NOT EXISTS (SELECT 1 FROM job WHERE job.id = directory_turn.job_id AND job.state = 'running'))`,
      [connectionId, jobId],
    );
    const { affectedRows } = (await this.sql.house(
      'INSERT IGNORE INTO directory_turn (connection_id, job_id, taken_at) VALUES (?, ?, UTC_TIMESTAMP(6))',
      [connectionId, jobId],
    )) as unknown as { affectedRows: number };
    return affectedRows === 1;
  }

  private async giveBack(connectionId: string, jobId: string): Promise<void> {
    await this.sql.house('DELETE FROM directory_turn WHERE connection_id = ? AND job_id = ?', [connectionId, jobId]);
  }
}
