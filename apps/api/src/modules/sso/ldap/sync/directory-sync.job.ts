import { Injectable } from '@nestjs/common';
import { Id, InputDto } from '@st0r/dto';
import { Repositories, UnitOfWork } from '../../../../platform/database';
import { defineJob, HandlesJob, NoInput, type JobHandler, type JobRun } from '../../../../platform/jobs';
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

/** Every quarter of an hour, so that whoever is disabled there does not stay signed in here for long. */
export const followDirectories = defineJob({
  ...HOW,
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
    private readonly reports: SyncReports,
    private readonly orders: SyncOrders,
    private readonly repositories: Repositories,
    private readonly turns: SyncTurns,
    private readonly work: UnitOfWork,
  ) {}

  /** One directory that cannot be read does not keep the others waiting; its page says why. */
  async run(_input: object, job: JobRun): Promise<object> {
    const states: Record<string, number> = {};
    for (const { id } of await this.followed()) {
      // Whoever has the turn looks at it right now, which is as good.
      const state = (await this.turns.during(id, job, () => this.look(id, job))) ?? 'busy';
      states[state] = (states[state] ?? 0) + 1;
    }
    return states;
  }

  private async look(connectionId: string, job: JobRun): Promise<string> {
    const order = await this.work.run(() => this.reports.begin({ connectionId, dryRun: false, beyondGuard: false }));
    return (await this.orders.carryOut(order, job)).state;
  }

  private async followed(): Promise<SignInConnectionEntity[]> {
    const enabled = await this.repositories.house(SignInConnectionEntity).find({ kind: 'ldap', state: 'enabled' });
    return enabled.filter(({ archivedAt, config }) => !archivedAt && (config as unknown as LdapSettings).sync);
  }
}
