import { Injectable } from '@nestjs/common';
import { HandlesJob, NoInput, defineJob, type JobHandler } from '../../platform/jobs';
import { UpdateBook } from './desk/update-book.service';

/** Every five minutes: the audit log says of every update how it ended. */
export const settleUpdates = defineJob({
  name: 'update.settle',
  title: 'Write down how updates ended',
  acts: 'system',
  input: NoInput,
  keptDays: 1,
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(settleUpdates)
export class SettleUpdates implements JobHandler {
  constructor(private readonly book: UpdateBook) {}

  async run(): Promise<object> {
    return { ended: await this.book.settle() };
  }
}
