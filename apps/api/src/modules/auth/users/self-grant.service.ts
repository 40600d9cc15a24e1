import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories, Sql } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { MembershipEntity, RoleEntity } from '../../access';
import { Mails } from '../../mail';
import type { SelfGrantDto } from './user.dto';

/** Days a self-given role lasts: today and tomorrow. */
const LASTS_DAYS = 1;

/** A platform administrator without a role in an organisation lets themselves in; owners are told, everybody can read it. */
@Injectable()
export class SelfGrants {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly events: EventRecorder,
    private readonly mails: Mails,
  ) {}

  async enter({ organisationId, reason }: SelfGrantDto): Promise<void> {
    const { actor } = this.context;
    const [organisation] = await this.sql.house<{ name: string }>('SELECT name FROM organisation WHERE id = ?', [
      organisationId,
    ]);
    if (!organisation) throw new NotFound('organisation');
    if (actor.grants.has(organisationId))
      throw new Conflict('membership.exists', { detail: 'You have a role there already.' });
    this.context.limitTo([organisationId]);
    const role = await this.repositories.house(RoleEntity).findOne({ template: 'org_admin' });
    const validUntil = new Date(Date.now() + LASTS_DAYS * 86_400_000).toISOString().slice(0, 10);
    await this.repositories.of(MembershipEntity).create({
      organisationId,
      userId: actor.id,
      roleId: role!.id,
      userName: actor.name,
      source: 'local',
      validFrom: null,
      validUntil,
    });
    await this.sql.raiseRights(actor.id);
    this.events.record({
      action: 'membership.self_granted',
      category: 'permission',
      organisationId,
      target: { type: 'organisation', id: organisationId, label: organisation.name },
      details: { reason, validUntil },
    });
    await this.tellOwners(organisationId, organisation.name, reason);
  }

  private async tellOwners(organisationId: string, name: string, reason: string): Promise<void> {
    const owners = await this.sql.scoped<{ email: string }>(
      `SELECT u.email FROM membership m JOIN role r ON r.id = m.role_id JOIN user_account u ON u.id = m.user_id
       WHERE m.organisation_id IN (:scope) AND m.organisation_id = ? AND r.template = 'owner' AND m.archived_at IS NULL AND u.state = 'active'`,
      [organisationId],
    );
    for (const { email } of owners)
      await this.mails.send(email, 'entered', { person: this.context.actor.name, organisation: name, reason });
  }
}
