import { Injectable } from '@nestjs/common';
import { HandlesJob, NoInput, defineJob, type JobHandler, type JobRun } from '../../platform/jobs';
import { Retention, type Removal } from './retention/retention.service';
import { AuditCheck } from './verify/audit-check.service';
import { LastVerified } from './verify/last-verified';

const nightly = { acts: 'system', unitOfWork: 'own', pace: 'long', input: NoInput } as const;

/** Every hour: what was sealed since the last time. */
export const verifyNewEvents = defineJob({
  ...nightly,
  name: 'audit.verify_new',
  title: 'Verify new events',
  timeoutSeconds: 3_000,
  schedule: { cron: '7 * * * *', timeZone: 'UTC' },
});

/** Every week: everything. */
export const verifyAllEvents = defineJob({
  ...nightly,
  name: 'audit.verify_all',
  title: 'Verify the whole audit log',
  timeoutSeconds: 6 * 3_600,
  schedule: { cron: '37 2 * * 0', timeZone: 'UTC' },
});

/** Every night: events whose time is over. */
export const dropOldEvents = defineJob({
  ...nightly,
  name: 'audit.drop_old',
  title: 'Remove events whose time is over',
  timeoutSeconds: 6 * 3_600,
  schedule: { cron: '47 3 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(verifyNewEvents)
export class VerifyNewEvents implements JobHandler {
  constructor(
    private readonly check: AuditCheck,
    private readonly last: LastVerified,
  ) {}

  async run(): Promise<object> {
    const { exitCode, counts, to } = await this.check.within({ from: (await this.last.seq()) + 1 });
    return { exitCode, sealed: counts.sealed, to };
  }
}

@Injectable()
@HandlesJob(verifyAllEvents)
export class VerifyAllEvents implements JobHandler {
  constructor(private readonly check: AuditCheck) {}

  async run(): Promise<object> {
    const { exitCode, counts, to } = await this.check.within({});
    return { exitCode, sealed: counts.sealed, to };
  }
}

@Injectable()
@HandlesJob(dropOldEvents)
export class DropOldEvents implements JobHandler {
  constructor(private readonly retention: Retention) {}

  run(_input: object, job: JobRun): Promise<Removal> {
    return this.retention.run(new Date(), job.signal);
  }
}
