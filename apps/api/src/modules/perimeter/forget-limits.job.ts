import { Injectable } from '@nestjs/common';
import { Sql } from '../../platform/database';
import { HandlesJob, NoInput, defineJob, type JobHandler, type JobRun } from '../../platform/jobs';

/** Rows thrown away per statement, so that no lock is held for long. */
const BATCH = 1000;
const OLD = 'due < UNIX_TIMESTAMP() - 86400';

/** Throws away budgets that owe nothing: whoever knocks from many addresses fills no table for good. */
export const forgetLimits = defineJob({
  name: 'rate_limit.forget',
  title: 'Forget limits nobody has reached for a day',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  schedule: { cron: '51 2 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(forgetLimits)
export class ForgetLimits implements JobHandler {
  constructor(private readonly sql: Sql) {}

  async run(_input: object, job: JobRun): Promise<object> {
    for (let forgotten = 0; ;) {
      // Found without a lock and deleted by primary key, as calls count: two ways to one row would lock each other out.
      const rows = await this.sql.house<{ id: Buffer }>(`SELECT id FROM rate_limit WHERE ${OLD} LIMIT ${BATCH}`);
      if (rows.length === 0) return { forgotten };
      await this.sql.house(
        `DELETE FROM rate_limit WHERE id IN (${rows.map(() => '?').join(', ')}) AND ${OLD}`,
        rows.map(({ id }) => id),
      );
      forgotten += rows.length;
      await job.progress({ done: forgotten, unit: 'rows' });
    }
  }
}
