import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { Repositories, Sql } from '../../platform/database';
import { endInvitationLinks, endLinksWithoutRole, endShownLinks } from './invitation-links';
import { MembershipEntity } from './membership.entity';
import { ownersLeft } from './owners';
import { RoleEntity } from './role.entity';

/** A running membership of one person. */
export interface RunningMembership {
  id: string;
  organisationId: string;
  roleId: string;
}

/** Ends every role of one person, wherever it came from: nobody stays behind in a client they no longer work for. */
@Injectable()
export class MembershipEndings {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  running(userId: string): Promise<RunningMembership[]> {
    return this.sql.house<RunningMembership>(
      `SELECT id, organisation_id AS organisationId, role_id AS roleId FROM membership
       WHERE user_id = ? AND archived_at IS NULL /* a person's own roles */`,
      [userId],
    );
  }

  /** Every organisation the person has or had a role in. */
  async everIn(userId: string): Promise<string[]> {
    const rows = await this.sql.house<{ id: string }>(
      "SELECT DISTINCT organisation_id AS id FROM membership WHERE user_id = ? /* a person's own roles */",
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Organisations that nobody else owns. */
  async ownedAlone(userId: string): Promise<string[]> {
    const alone: string[] = [];
    const owner = await this.repositories.house(RoleEntity).findOne({ template: 'owner' });
    for (const row of await this.running(userId)) {
      this.context.limitTo([row.organisationId]);
      if (row.roleId === owner?.id && (await ownersLeft(this.sql, row, row.id)) === 0) alone.push(row.organisationId);
    }
    this.context.limitTo([]);
    return alone;
  }

  /** The person needs no invitation any more. */
  async endInvitation(userId: string): Promise<void> {
    await endInvitationLinks(this.sql, userId);
  }

  /** More waits for the person than when their link was shown to somebody. */
  async endShownLinks(userId: string): Promise<void> {
    await endShownLinks(this.sql, userId);
  }

  async end(userId: string): Promise<void> {
    await this.sql.holdPerson(userId);
    for (const { id, organisationId } of await this.running(userId)) {
      this.context.limitTo([organisationId]);
      const memberships = this.repositories.of(MembershipEntity);
      await memberships.archive(await memberships.get(id));
    }
    await endLinksWithoutRole(this.sql, userId);
    this.context.limitTo([]);
  }
}
