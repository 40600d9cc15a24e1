import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { HandlesJob, NoInput, defineJob, type JobHandler, type JobRun } from '../../../platform/jobs';

/** As long as failed jobs, so that what can be sent again still has its words. */
const KEPT_DAYS = 30;
const BATCH = 1000;

/** Deletes the list entries of old mails. */
export const forgetMails = defineJob({
  name: 'mail.forget',
  title: 'Forget old mails',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  schedule: { cron: '27 3 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(forgetMails)
export class ForgetMails implements JobHandler {
  constructor(private readonly sql: Sql) {}

  async run(_input: object, job: JobRun): Promise<object> {
    for (let forgotten = 0; ;) {
      const result = (await this.sql.house(
        `DELETE FROM mail WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL ${KEPT_DAYS} DAY LIMIT ${BATCH}`,
      )) as unknown as { affectedRows: number };
      forgotten += result.affectedRows;
      await job.progress({ done: forgotten, unit: 'mails' });
      if (result.affectedRows < BATCH) return { forgotten };
    }
  }
}
