import { Injectable } from '@nestjs/common';
import { Int, InputDto } from '@st0r/dto';
import { defineJob } from './job-definition';
import { HandlesJob, type JobHandler } from './job-handler';

/** Which of many. */
@InputDto('RehearsalJob')
export class RehearsalJob {
  @Int({ min: 0 })
  number: number;
}

/** A job that changes nothing: what a job costs before it does anything. */
export const rehearse = defineJob({
  name: 'job.rehearse',
  title: 'Rehearse',
  input: RehearsalJob,
  acts: 'system',
  keptDays: 1,
});

@Injectable()
@HandlesJob(rehearse)
export class Rehearsal implements JobHandler<RehearsalJob> {
  async run({ number }: RehearsalJob): Promise<object> {
    return { number };
  }
}
