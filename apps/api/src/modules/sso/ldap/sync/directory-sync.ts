import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import type { JobRun } from '../../../../platform/jobs';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { DirectorySyncCountsDto } from './directory-sync.dto';
import { KnownPeople } from './known-people';
import { DirectoryReader } from './directory-reader';
import { guardRefusal, planSync, type KnownPerson, type Mapping, type PersonPlan } from './sync-plan';
import { SyncCarrier } from './sync-carrier';
import { SyncWords } from './sync-words';
import type { SyncOrder, SyncResult } from './sync-reports';

/** One look at a directory: read it, compare, and change what differs unless that is too much at once. */
@Injectable()
export class DirectorySync {
  constructor(
    private readonly reader: DirectoryReader,
    private readonly known: KnownPeople,
    private readonly carrier: SyncCarrier,
    private readonly words: SyncWords,
    private readonly sql: Sql,
  ) {}

  async run(connection: SignInConnectionEntity, order: SyncOrder, job: JobRun): Promise<SyncResult> {
    const mappings = await this.mappings(connection.id);
    const groups = mappings.map(({ group }) => group);
    const upstream = await this.reader.read(connection, groups, (done) => job.progress({ done, unit: 'people read' }));
    const known = await this.known.of(connection);
    const plans = planSync(known, upstream, mappings);
    const counts = countsOf(upstream.people.size, known, plans);
    const changes = await this.words.of(plans);
    const problem = guardRefusal(known, plans);
    if (problem && !order.beyondGuard) return { state: 'stopped', problem, counts, changes };
    if (!order.dryRun)
      await this.carrier.carryOut(connection, plans, (done) =>
        job.progress({ done, total: plans.length + 1, unit: 'people changed' }),
      );
    return { state: 'done', counts, changes };
  }

  /** Archived roles and organisations give nothing. */
  private mappings(connectionId: string): Promise<Mapping[]> {
    return this.sql.house<Mapping>(
      `SELECT g.organisation_id AS organisationId, g.role_id AS roleId, g.group_value AS \`group\`
       FROM group_mapping g JOIN role r ON r.id = g.role_id JOIN organisation o ON o.id = g.organisation_id
       WHERE g.connection_id = ? AND r.archived_at IS NULL AND o.archived_at IS NULL /* mappings of one connection */`,
      [connectionId],
    );
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
});
