import { Injectable } from '@nestjs/common';
import { Dto } from '@st0r/dto';
import { UnitOfWork } from '../database';
import { defineJob } from './job-definition';
import { HandlesJob, type JobHandler } from './job-handler';
import type { JobRun } from './job-run';

/** For jobs that need to be told nothing. */
@Dto('NoInput')
export class NoInput {}

/** Deletes jobs whose time to be looked at is over. */
export const forgetJobs = defineJob({
  name: 'job.forget',
  title: 'Forget finished jobs',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  schedule: { cron: '17 3 * * *', timeZone: 'UTC' },
});

const BATCH = 1000;

@Injectable()
@HandlesJob(forgetJobs)
export class ForgetJobs implements JobHandler {
  constructor(private readonly work: UnitOfWork) {}

  async run(_input: object, job: JobRun): Promise<object> {
    let forgotten = 0;
    for (;;) {
      const result = (await this.work.statements.run(
        `DELETE FROM job WHERE expires_at < UTC_TIMESTAMP(6) AND finished_at IS NOT NULL LIMIT ${BATCH}`,
      )) as { affectedRows: number };
      await this.work.statements.run('DELETE f FROM job_file f LEFT JOIN job j ON j.id = f.job_id WHERE j.id IS NULL');
      forgotten += result.affectedRows;
      await job.progress({ done: forgotten, unit: 'jobs' });
      if (result.affectedRows < BATCH) return { forgotten };
    }
  }
}
