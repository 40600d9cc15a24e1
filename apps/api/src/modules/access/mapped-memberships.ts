import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { Repositories, Sql } from '../../platform/database';
import { EventRecorder } from '../../platform/events';
import { endLinksWithoutRole, endShownLinks } from './invitation-links';
import { MembershipEntity } from './membership.entity';
import { ownersLeft } from './owners';
import { RoleEntity } from './role.entity';

/** A role that belonging to a group gives in one organisation. */
export interface MappedRole {
  organisationId: string;
  roleId: string;
}

/** Where such roles come from. */
export interface RoleGiver {
  source: 'sso' | 'ldap';
  connectionId: string;
  /** Only roles in this organisation, where it is given. */
  within?: string;
}

/** What became of the roles of one person. */
export interface RoleChanges {
  given: number;
  taken: number;
  /** Taken by the mapping and kept by us: the last owner stays. */
  kept: readonly MappedRole[];
}

interface OwnRow extends MappedRole {
  id: string;
  source: string;
  connectionId: string | null;
  archivedAt: string | null;
}

/** Keeps the roles a connection gives in step with its groups. Roles from elsewhere, given by hand above all, stay as they are. */
@Injectable()
export class MappedMemberships {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly events: EventRecorder,
  ) {}

  /** Makes the roles this giver gives to the person exactly `wanted`; every change leaves its event. */
  async sync(
    user: { id: string; name: string },
    giver: RoleGiver,
    wanted: readonly MappedRole[],
  ): Promise<RoleChanges> {
    const all = await this.rowsOf(user.id);
    const rows = giver.within ? all.filter(({ organisationId }) => organisationId === giver.within) : all;
    const give = wanted.filter((role) => !rows.some((row) => same(row, role) && !row.archivedAt));
    const take = rows.filter((row) => isFrom(row, giver) && !row.archivedAt && !wanted.some((role) => same(row, role)));
    if (give.length + take.length === 0) return { given: 0, taken: 0, kept: [] };
    await this.sql.holdPerson(user.id);
    this.context.limitTo([...new Set([...give, ...take].map((one) => one.organisationId))]);
    for (const role of give) await this.give(user, giver, { role, known: rows.find((row) => same(row, role)) });
    const kept: MappedRole[] = [];
    for (const row of take) if (!(await this.take(row, giver))) kept.push(row);
    if (give.length > 0) await endShownLinks(this.sql, user.id);
    if (take.length > kept.length) await endLinksWithoutRole(this.sql, user.id);
    if (give.length + take.length > kept.length) await this.sql.raiseRights(user.id);
    this.context.limitTo([]);
    return { given: give.length, taken: take.length - kept.length, kept };
  }

  /** Takes what this giver gave to anybody: one role when its mapping ends, all of them when the connection does. */
  async end(giver: RoleGiver, role?: MappedRole): Promise<void> {
    const holders = await this.sql.house<{ userId: string; userName: string }>(
      `SELECT DISTINCT user_id AS userId, user_name AS userName FROM membership
       WHERE source = ? AND connection_id = ? AND archived_at IS NULL /* holders of a role */`,
      [giver.source, giver.connectionId],
    );
    for (const { userId, userName } of holders) {
      const rows = (await this.rowsOf(userId)).filter((row) => isFrom(row, giver) && !row.archivedAt);
      const left = role ? rows.filter((row) => !same(row, role)) : [];
      await this.sync({ id: userId, name: userName }, giver, left);
    }
  }

  private async give(
    user: { id: string; name: string },
    { source, connectionId }: RoleGiver,
    { role: { organisationId, roleId }, known }: { role: MappedRole; known: OwnRow | undefined },
  ): Promise<void> {
    const memberships = this.repositories.of(MembershipEntity);
    const draft = { source, connectionId, userName: user.name, validFrom: null, validUntil: null };
    if (!known) return void (await memberships.create({ organisationId, userId: user.id, roleId, ...draft }));
    await memberships.update(await memberships.restore(await memberships.get(known.id)), draft);
  }

  /** False when this is the last owner of the organisation, who stays. */
  private async take(row: OwnRow, giver: RoleGiver): Promise<boolean> {
    const memberships = this.repositories.of(MembershipEntity);
    const membership = await memberships.get(row.id);
    const role = await this.repositories.house(RoleEntity).get(row.roleId);
    if (role.template !== 'owner' || (await ownersLeft(this.sql, row, row.id)) > 0) {
      await memberships.archive(membership);
      return true;
    }
    if (await this.keptAlready(row)) return false;
    this.events.record({
      action: 'membership.kept',
      category: 'permission',
      outcome: 'failure',
      organisationId: row.organisationId,
      target: { type: 'membership', id: row.id, label: membership.userName },
      details: { reason: 'last_owner', source: giver.source, connectionId: giver.connectionId },
    });
    return false;
  }

  /** Directories are compared every quarter of an hour: that a membership is kept is said once, until something else happens to it. */
  private async keptAlready({ id, organisationId }: OwnRow): Promise<boolean> {
    const [last] = await this.sql.among<{ action: string }>(
      [organisationId],
      'SELECT action FROM event WHERE target_id = ? AND organisation_id = ? ORDER BY n DESC LIMIT 1',
      [id, organisationId],
    );
    return last?.action === 'membership.kept';
  }

  private rowsOf(userId: string): Promise<OwnRow[]> {
    return this.sql.house<OwnRow>(
      `SELECT id, organisation_id AS organisationId, role_id AS roleId, source, connection_id AS connectionId, archived_at AS archivedAt
       FROM membership WHERE user_id = ? /* a person's own roles */`,
      [userId],
    );
  }
}

const same = (a: MappedRole, b: MappedRole): boolean => a.organisationId === b.organisationId && a.roleId === b.roleId;

const isFrom = (row: OwnRow, giver: RoleGiver): boolean =>
  row.source === giver.source && row.connectionId === giver.connectionId;
