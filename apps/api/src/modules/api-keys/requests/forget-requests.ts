import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Sql } from '../../../platform/database';
import { HandlesJob, NoInput, defineJob, type JobHandler, type JobRun } from '../../../platform/jobs';

/** Sums are small and outlive the rows: as long as events are kept. */
const SUM_DAYS = 400;
/** Rows thrown away per statement, so that no lock is held for long. */
const BATCH = 5000;

/** Keeps the requests of API keys for as long as the installation says. */
export const forgetRequests = defineJob({
  name: 'api_request.forget',
  title: 'Forget old requests of API keys',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  schedule: { cron: '41 2 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(forgetRequests)
export class ForgetRequests implements JobHandler {
  constructor(
    private readonly sql: Sql,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async run(_input: object, job: JobRun): Promise<object> {
    const rows = await this.sweep(job, 'api_request WHERE occurred_at', this.settings.API_REQUEST_DAYS);
    return { forgotten: rows + (await this.sweep(job, 'api_usage WHERE hour', SUM_DAYS)) };
  }

  private async sweep(job: JobRun, what: string, days: number): Promise<number> {
    for (let forgotten = 0; ;) {
      const result = (await this.sql.everywhere(
        `DELETE FROM ${what} < UTC_TIMESTAMP() - INTERVAL ? DAY LIMIT ${BATCH} /* retention of all organisations */`,
        [days],
      )) as unknown as { affectedRows: number };
      forgotten += result.affectedRows;
      await job.progress({ done: forgotten, unit: 'rows' });
      if (result.affectedRows < BATCH) return forgotten;
    }
  }
}
