import { Injectable } from '@nestjs/common';
import { HandlesJob, NoInput, defineJob, type JobHandler } from '../../platform/jobs';
import { Sights } from './sight.service';

/** Every five minutes: the audit log says of every look when it was over, also of one nobody ended. */
export const endSights = defineJob({
  name: 'sight.end_over',
  title: 'End looks with other rights whose time is over',
  acts: 'system',
  input: NoInput,
  keptDays: 1,
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(endSights)
export class EndSights implements JobHandler {
  constructor(private readonly sights: Sights) {}

  async run(): Promise<object> {
    return { ended: await this.sights.endOver() };
  }
}
