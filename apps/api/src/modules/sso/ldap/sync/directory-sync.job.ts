import { Injectable } from '@nestjs/common';
import { Id, InputDto } from '@st0r/dto';
import { Repositories, UnitOfWork } from '../../../../platform/database';
import { defineJob, HandlesJob, Jobs, NoInput, type JobHandler, type JobRun } from '../../../../platform/jobs';
import { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { LdapSettings } from '../connection/ldap-config';
import { SyncOrders } from './sync-orders';
import { SyncReports, type SyncResult } from './sync-reports';
import { SyncTurns } from './sync-turns';

/** Which order to carry out. */
@InputDto('DirectorySyncJob')
export class DirectorySyncJob {
  @Id()
  syncId: string;
}

/** What somebody reads who asked at the wrong moment. */
const BUSY: SyncResult = {
  state: 'failed',
  problem: 'Another look at this directory was under way, so this one did not begin. Ask again when that has ended.',
};

const HOW = { unitOfWork: 'own', pace: 'long', timeoutSeconds: 1800 } as const;

/** Asked for by an administrator. It is not tried again: whoever asked reads why it failed. */
export const syncDirectory = defineJob({
  ...HOW,
  name: 'directory.sync',
  title: 'Compare a directory with the accounts here',
  input: DirectorySyncJob,
  acts: 'person',
  attempts: 1,
});

/** Which directory to look at. */
@InputDto('DirectoryLookJob')
export class DirectoryLookJob {
  @Id()
  connectionId: string;
}

/** Each directory is a job of its own: what goes wrong with one, and the time it takes, is no other one's. */
export const lookAtDirectory = defineJob({
  ...HOW,
  name: 'directory.look',
  title: 'Follow changes in one directory',
  input: DirectoryLookJob,
  acts: 'system',
  attempts: 1,
});

/** Every quarter of an hour, so that whoever is disabled there does not stay signed in here for long. */
export const followDirectories = defineJob({
  name: 'directory.follow',
  title: 'Follow changes in directories',
  input: NoInput,
  acts: 'system',
  attempts: 1,
  schedule: { cron: '*/15 * * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(syncDirectory)
export class DirectorySyncing implements JobHandler<DirectorySyncJob> {
  constructor(
    private readonly reports: SyncReports,
    private readonly orders: SyncOrders,
    private readonly turns: SyncTurns,
  ) {}

  async run({ syncId }: DirectorySyncJob, job: JobRun): Promise<object> {
    const order = await this.reports.order(syncId);
    const result = await this.turns.during(order.connectionId, job, () => this.orders.carryOut(order, job));
    if (!result) await this.reports.end(syncId, BUSY);
    const { state, counts } = result ?? BUSY;
    return { state, ...counts };
  }
}

@Injectable()
@HandlesJob(followDirectories)
export class DirectoryFollowing implements JobHandler {
  constructor(
    private readonly repositories: Repositories,
    private readonly jobs: Jobs,
  ) {}

  async run(): Promise<object> {
    const followed = await this.followed();
    for (const { id, name } of followed)
      await this.jobs.enqueue(lookAtDirectory, { connectionId: id }, { subject: name, uniqueKey: id });
    return { directories: followed.length };
  }

  private async followed(): Promise<SignInConnectionEntity[]> {
    const enabled = await this.repositories.house(SignInConnectionEntity).find({ kind: 'ldap', state: 'enabled' });
    return enabled.filter(({ archivedAt, config }) => !archivedAt && (config as unknown as LdapSettings).sync);
  }
}

@Injectable()
@HandlesJob(lookAtDirectory)
export class DirectoryLooking implements JobHandler<DirectoryLookJob> {
  constructor(
    private readonly reports: SyncReports,
    private readonly orders: SyncOrders,
    private readonly turns: SyncTurns,
    private readonly work: UnitOfWork,
  ) {}

  /** Whoever has the turn looks right now, which is as good. */
  async run({ connectionId }: DirectoryLookJob, job: JobRun): Promise<object> {
    const state = await this.turns.during(connectionId, job, () => this.look(connectionId, job));
    return { state: state ?? 'busy' };
  }

  private async look(connectionId: string, job: JobRun): Promise<string> {
    const asked = { connectionId, dryRun: false, acceptedId: null };
    const order = await this.work.run(() => this.reports.begin(asked, job.id));
    return (await this.orders.carryOut(order, job)).state;
  }
}
