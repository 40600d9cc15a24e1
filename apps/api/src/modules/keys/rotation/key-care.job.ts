import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { defineJob, HandlesJob, NoInput, type JobHandler, type JobRun } from '../../../platform/jobs';
import { KeyAges, KeyCare, LONGEST_DAYS, RotationRows, Rotations, type KeyAge } from '../../../platform/keys';
import { RotationQueue } from './rotate.job';

/** Once a day: worn keys are replaced, what was left lying is carried on, and keys nothing needs are destroyed. */
export const careForKeys = defineJob({
  name: 'data_key.care',
  title: 'Replace worn data keys',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  timeoutSeconds: 1800,
  schedule: { cron: '41 2 * * *', timeZone: 'UTC' },
});

/** So many a day: keys of clients that came together are not all replaced in one night. */
const A_DAY = 200;

@Injectable()
@HandlesJob(careForKeys)
export class KeyCareJob implements JobHandler {
  constructor(
    private readonly ages: KeyAges,
    private readonly care: KeyCare,
    private readonly rotations: Rotations,
    private readonly rows: RotationRows,
    private readonly queue: RotationQueue,
    private readonly work: UnitOfWork,
  ) {}

  async run(_input: object, job: JobRun): Promise<object> {
    const left = await this.rows.open();
    for (const rotation of left) await this.work.run(() => this.queue.now(rotation));
    const due = await this.ages.oldest(A_DAY, { due: true });
    let begun = 0;
    for (const key of due) {
      begun += await this.begin(key);
      await job.progress({ done: begun, total: due.length, unit: 'keys' });
    }
    return { begun, resumed: left.length, pruned: await this.care.prune() };
  }

  private async begin(key: KeyAge): Promise<number> {
    const { organisation, purpose } = key;
    try {
      await this.work.run(async () => {
        const id = await this.rotations.begin(key, key.days >= LONGEST_DAYS ? 'age' : 'writes');
        await this.queue.now({ id, organisation, purpose });
      });
      return 1;
    } catch (error) {
      // It is being replaced already, or its values cannot be moved yet.
      if (error instanceof Conflict || error instanceof NotFound) return 0;
      throw error;
    }
  }
}
