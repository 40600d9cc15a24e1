import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { Conflict, Invalid, NotFound } from '../../../platform/errors';
import { Jobs } from '../../../platform/jobs';
import { BreachedPasswords } from '../../breaches';
import { BreachBook } from './breach-book';
import { BreachTrail } from './breach-trail';
import { askAboutPasswords } from './breach-round.job';
import type { BreachWatchDto, BreachWatchSwitchDto } from './breach-watch.dto';

/** Whether the passwords of an organisation are looked up among stolen ones. Nobody's are until somebody there says so. */
@Injectable()
export class BreachWatch {
  constructor(
    private readonly sql: Sql,
    private readonly book: BreachBook,
    private readonly list: BreachedPasswords,
    private readonly jobs: Jobs,
    private readonly trail: BreachTrail,
    private readonly context: RequestContext,
  ) {}

  /** Of the one organisation that was asked about. */
  async read(): Promise<BreachWatchDto> {
    const [organisationId, another] = this.context.scope;
    if (!organisationId || another) throw Invalid.field('/org', 'required', 'Name the organisation.');
    return this.of(organisationId);
  }

  async set({ organisationId, on }: BreachWatchSwitchDto): Promise<BreachWatchDto> {
    if (!this.context.scope.includes(organisationId)) throw new NotFound('organisation');
    if (on && !this.list.available)
      throw new Conflict('vault.no_breach_list', {
        detail: 'This installation has no list of stolen passwords to ask. Whoever runs it sets BREACH_LIST.',
      });
    await (on ? this.begin(organisationId) : this.end(organisationId));
    this.trail.switched(organisationId, on);
    return this.of(organisationId);
  }

  private async begin(organisationId: string): Promise<void> {
    await this.sql.house(
      `INSERT INTO breach_watch (organisation_id, since, by_name) VALUES (?, UTC_TIMESTAMP(6), ?)
       ON DUPLICATE KEY UPDATE organisation_id = organisation_id`,
      [organisationId, this.context.actor.name],
    );
    await this.jobs.enqueue(askAboutPasswords, { organisationId }, { organisationId, uniqueKey: organisationId });
  }

  /** An answer nobody renews would soon be believed longer than it is true. */
  private async end(organisationId: string): Promise<void> {
    await this.sql.house('DELETE FROM breach_watch WHERE organisation_id = ?', [organisationId]);
    await this.sql.house('DELETE FROM credential_breach WHERE organisation_id = ?', [organisationId]);
  }

  private async of(organisationId: string): Promise<BreachWatchDto> {
    this.context.limitTo([organisationId]);
    const [row] = await this.sql.scoped<{ since: string; by: string }>(
      'SELECT since, by_name AS `by` FROM breach_watch WHERE organisation_id IN (:scope)',
    );
    const { since = null, by = null } = row ?? {};
    const stand = await this.book.stand();
    return { organisationId, available: this.list.available, on: row !== undefined, since, by, ...stand };
  }
}
