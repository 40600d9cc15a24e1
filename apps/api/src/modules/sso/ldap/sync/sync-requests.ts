import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '../../../../platform/errors';
import { Jobs } from '../../../../platform/jobs';
import { ConnectionKinds } from '../../connections/connection-kinds';
import { ConnectionSecrets } from '../../connections/connection-secrets';
import { ConnectionTrail } from '../../connections/connection-trail';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SignInConnectionService } from '../../connections/sign-in-connection.service';
import { syncDirectory } from './directory-sync.job';
import type { DirectorySyncAskedDto, DirectorySyncDto, DirectorySyncRequestDto } from './directory-sync.dto';
import { SyncReports } from './sync-reports';

/** What administrators ask of a sync. */
@Injectable()
export class SyncRequests {
  constructor(
    private readonly connections: SignInConnectionService,
    private readonly kinds: ConnectionKinds,
    private readonly secrets: ConnectionSecrets,
    private readonly reports: SyncReports,
    private readonly jobs: Jobs,
    private readonly trail: ConnectionTrail,
  ) {}

  async ask(id: string, { dryRun, accepted }: DirectorySyncRequestDto): Promise<DirectorySyncAskedDto> {
    const connection = await this.directory(id);
    await this.requireWhole(connection);
    if (!dryRun && connection.state !== 'enabled')
      throw new Conflict('connection.off', { detail: 'Enable the connection first; a dry run works without.' });
    if (accepted && !(await this.reports.counted(id, accepted)))
      throw Invalid.field(
        '/accepted',
        'not_found',
        'There is no such look with a list. Do a dry run, and read its list.',
      );
    const order = await this.reports.begin({ connectionId: id, dryRun, acceptedId: accepted ?? null });
    const { id: jobId } = await this.jobs.enqueue(syncDirectory, { syncId: order.id }, { subject: connection.name });
    await this.reports.handOver(order.id, jobId);
    this.trail.note('sso.sync.asked', connection, { details: { dryRun, ...(accepted ? { accepted } : {}) } });
    return { id: order.id, jobId };
  }

  async list(id: string): Promise<DirectorySyncDto[]> {
    return this.reports.list((await this.connections.entity(id)).id);
  }

  async get(id: string, syncId: string): Promise<DirectorySyncDto> {
    return this.reports.get((await this.connections.entity(id)).id, syncId);
  }

  private async directory(id: string): Promise<SignInConnectionEntity> {
    const connection = await this.connections.entity(id);
    if (connection.kind === 'ldap') return connection;
    throw Invalid.field('', 'other_kind', 'Only a connection to a directory can be compared.');
  }

  private async requireWhole(connection: SignInConnectionEntity): Promise<void> {
    const held = ((await this.secrets.held([connection.id])).get(connection.id) ?? []).map(({ field }) => field);
    const missing = this.kinds.of(connection.kind).missing(connection, held);
    if (missing.length > 0)
      throw new Conflict('connection.incomplete', { detail: `Still missing: ${missing.join(' ')}` });
  }
}
