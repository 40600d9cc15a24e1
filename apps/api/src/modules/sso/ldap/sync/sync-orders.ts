import { Injectable } from '@nestjs/common';
import { Repositories, UnitOfWork } from '../../../../platform/database';
import { Conflict } from '../../../../platform/errors';
import type { JobRun } from '../../../../platform/jobs';
import { ConnectionHealth } from '../../connections/connection-health';
import { ConnectionTrail } from '../../connections/connection-trail';
import { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SsoRefused } from '../../entering/sso-refused';
import { DirectorySync } from './directory-sync';
import { INTERRUPTED, SyncReports, type SyncOrder, type SyncResult } from './sync-reports';

/** Carries orders out and writes down how they ended; whatever goes wrong stands on the page of the connection. */
@Injectable()
export class SyncOrders {
  constructor(
    private readonly reports: SyncReports,
    private readonly sync: DirectorySync,
    private readonly repositories: Repositories,
    private readonly health: ConnectionHealth,
    private readonly trail: ConnectionTrail,
    private readonly work: UnitOfWork,
  ) {}

  async carryOut(order: SyncOrder, job: JobRun): Promise<SyncResult> {
    const connection = await this.repositories.house(SignInConnectionEntity).get(order.connectionId);
    const result = await this.attempt(connection, order, job);
    await this.work.run(() => this.end(connection, order, result));
    return result;
  }

  private async attempt(connection: SignInConnectionEntity, order: SyncOrder, job: JobRun): Promise<SyncResult> {
    try {
      // A draft may be looked at; only an enabled connection changes anything.
      if (!order.dryRun && connection.state !== 'enabled')
        throw new Conflict('connection.off', { detail: 'Enable the connection first; a dry run works without.' });
      return await this.sync.run(connection, order, job);
    } catch (error) {
      if (error instanceof SsoRefused) return { state: 'failed', problem: error.sentence };
      await this.work.runApart(() => this.reports.end(order.id, { state: 'failed', problem: wordsOf(error) }));
      throw error;
    }
  }

  private async end(connection: SignInConnectionEntity, { id, dryRun }: SyncOrder, result: SyncResult): Promise<void> {
    await this.reports.end(id, result);
    const { state, problem, counts } = result;
    if (state === 'done') await this.health.noteLook(connection.id);
    if (problem && !dryRun)
      await this.health.noteProblem(
        connection.id,
        new SsoRefused(state === 'stopped' ? 'too_many_removed' : 'sync_failed', problem),
      );
    if (dryRun) return;
    this.trail.note(`sso.sync.${state}`, connection, {
      ...(state === 'done' ? {} : { outcome: 'failure' }),
      details: { ...counts, ...(problem ? { problem } : {}) },
    });
  }
}

const wordsOf = (error: unknown): string => (error instanceof Conflict ? error.message : INTERRUPTED);
