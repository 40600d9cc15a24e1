import { Injectable } from '@nestjs/common';
import type { JobRun } from '../../../../platform/jobs';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { DirectorySyncCountsDto } from './directory-sync.dto';
import { KnownPeople } from './known-people';
import { keepLast } from './last-ones';
import { DirectoryReader } from './directory-reader';
import { PlanGround } from './plan-ground';
import { guardRefusal, planSync, type KnownPerson, type PersonPlan } from './sync-plan';
import { SyncCarrier } from './sync-carrier';
import { SyncWords } from './sync-words';
import { SyncReports, type SyncOrder, type SyncResult } from './sync-reports';

/** One look at a directory: read it, compare, and change what differs unless that is too much at once. */
@Injectable()
export class DirectorySync {
  constructor(
    private readonly reader: DirectoryReader,
    private readonly known: KnownPeople,
    private readonly carrier: SyncCarrier,
    private readonly words: SyncWords,
    private readonly ground: PlanGround,
    private readonly reports: SyncReports,
  ) {}

  async run(connection: SignInConnectionEntity, order: SyncOrder, job: JobRun): Promise<SyncResult> {
    const look = { connection, since: await this.ground.now() };
    // Before the directory: whoever comes in while it is being read may stand on a page that was read before them.
    const known = await this.known.of(connection);
    const groups = (await this.known.mappings(connection)).map(({ group }) => group);
    const upstream = await this.reader.read(connection, groups, (done) => job.progress({ done, unit: 'people read' }));
    const foreseen = planSync(known, upstream, await this.known.mappings(connection));
    const plans = keepLast(foreseen, await this.known.lastOnes());
    const report = async (some: readonly PersonPlan[]): Promise<Pick<SyncResult, 'counts' | 'changes'>> => ({
      counts: countsOf(upstream.people.size, known, some),
      changes: await this.words.of(some),
    });
    const problem = guardRefusal(known, plans);
    const refusal = problem && (await this.beyond(order, problem, countsOf(0, known, plans)));
    if (refusal) return { state: 'stopped', problem: refusal, ...(await report(plans)) };
    if (order.dryRun) return { state: 'done', ...(await report(plans)) };
    const done = await this.carrier.carryOut(look, plans, (count) =>
      job.progress({ done: count, total: plans.length + 1, unit: 'people changed' }),
    );
    return { state: 'done', ...(await report(done)) };
  }

  /** Why not even somebody who read a list may have this carried out: it is not that list any more. */
  private async beyond(
    { connectionId, acceptedId }: SyncOrder,
    problem: string,
    { left, taken }: DirectorySyncCountsDto,
  ): Promise<string | undefined> {
    const read = acceptedId && (await this.reports.counted(connectionId, acceptedId));
    if (!read) return problem;
    if (left <= read.left && taken <= read.taken) return undefined;
    return `The list that was read had ${read.left} accounts to disable and ${read.taken} roles to take; by now it would be ${left} and ${taken}. Nothing was changed. Do a dry run, and read its list.`;
  }
}

const countsOf = (
  read: number,
  known: readonly KnownPerson[],
  plans: readonly PersonPlan[],
): DirectorySyncCountsDto => ({
  read,
  known: known.length,
  given: plans.reduce((sum, { give }) => sum + give.length, 0),
  taken: plans.reduce((sum, { take }) => sum + take.length, 0),
  left: plans.filter(({ act }) => act === 'leave').length,
  returned: plans.filter(({ act }) => act === 'return').length,
  kept: plans.reduce((sum, { act, keep }) => sum + keep.length + (act === 'stay' ? 1 : 0), 0),
});
