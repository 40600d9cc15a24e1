import { Injectable } from '@nestjs/common';
import { Id, InputDto } from '@st0r/dto';
import { UnitOfWork } from '../../../platform/database';
import { defineJob, HandlesJob, Jobs, type JobHandler, type JobRun } from '../../../platform/jobs';
import { organisationOf, Rotations, type Rotation } from '../../../platform/keys';

type Which = Pick<Rotation, 'id' | 'organisation' | 'purpose'>;

/** Which replacement to carry on. */
@InputDto('DataKeyRotateJob')
export class DataKeyRotateJob {
  @Id()
  rotationId: string;
}

/** Moves the values of one replaced key; queued again until the old key is destroyed. */
export const rotateDataKey = defineJob({
  name: 'data_key.rotate',
  title: 'Replace a data key',
  input: DataKeyRotateJob,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  // Cut short anywhere it goes on where it was; an hour is enough for some hundred thousand values.
  timeoutSeconds: 3600,
  // Every worker that is killed half way counts as one.
  attempts: 20,
  cancellable: false,
});

/** Longer than any request or export that has just read a value under the old key. */
export const REST_SECONDS = 15 * 60;

/** Gives replacements to the worker: one job each, however often somebody asks. Needs a unit of work. */
@Injectable()
export class RotationQueue {
  constructor(private readonly jobs: Jobs) {}

  now(rotation: Which): Promise<void> {
    return this.put(rotation, { uniqueKey: rotation.id, delaySeconds: 0 });
  }

  /** The job that asks still runs, so the next one has a key of its own. */
  later(rotation: Which & { restedSeconds: number | null }): Promise<void> {
    const delaySeconds = Math.max(5, REST_SECONDS - (rotation.restedSeconds ?? 0) + 5);
    return this.put(rotation, { uniqueKey: `${rotation.id}/rested`, delaySeconds });
  }

  private async put(
    { id, purpose, ...owner }: Which,
    when: { uniqueKey: string; delaySeconds: number },
  ): Promise<void> {
    const organisationId = organisationOf(owner);
    await this.jobs.enqueue(rotateDataKey, { rotationId: id }, { organisationId, subject: purpose, ...when });
  }
}

@Injectable()
@HandlesJob(rotateDataKey)
export class DataKeyRotation implements JobHandler<DataKeyRotateJob> {
  constructor(
    private readonly rotations: Rotations,
    private readonly queue: RotationQueue,
    private readonly work: UnitOfWork,
  ) {}

  async run({ rotationId }: DataKeyRotateJob, job: JobRun): Promise<object> {
    const tell = ({ done, total }: Rotation): Promise<void> => job.progress({ done, total, unit: 'values' });
    const rotation = await this.rotations.carryOn(rotationId, { restSeconds: REST_SECONDS, tell });
    if (rotation.state === 'resting') await this.work.run(() => this.queue.later(rotation));
    const { state, done, dead } = rotation;
    return { state, done, dead };
  }
}
