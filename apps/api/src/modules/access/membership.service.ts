import { Injectable } from '@nestjs/common';
import type { Permission } from '../../platform/authorize';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/errors';
import { ResourceHouse, ResourceService } from '../../platform/resource';
import { endLinksWithoutRole, endShownLinks } from './invitation-links';
import type { MembershipCreateDto, MembershipUpdateDto } from './membership.dto';
import { MembershipEntity } from './membership.entity';
import { membershipResource } from './membership.resource';
import { ownersLeft } from './owners';
import { RoleEntity } from './role.entity';
import { UserEntity } from './user.entity';

type Row = Record<string, unknown>;
const LOCAL = { source: 'local', connectionId: null } as const;

/** Roles given and taken. Nobody grants more than they hold, nobody changes their own, and an owner always remains. */
@Injectable()
export class MembershipService extends ResourceService<MembershipEntity> {
  constructor(house: ResourceHouse) {
    super(membershipResource, house);
  }

  override async create(input: MembershipCreateDto): Promise<object> {
    return this.show(await this.grant(input));
  }

  /** Gives a role; the invitation uses this too. */
  async grant(input: MembershipCreateDto): Promise<MembershipEntity> {
    const { organisationId, userId, roleId } = input;
    checkDates(input);
    await this.house.sql.holdPerson(userId);
    const user = await this.house.repositories.house(UserEntity).findOne({ id: userId });
    if (!user) throw Invalid.field('/userId', 'not_found', 'There is no such person.');
    await this.requireAuthority(organisationId, userId, roleId);
    const known = await this.repository.findOne({ organisationId, userId, roleId } as never);
    if (known && !known.archivedAt)
      throw new Conflict('membership.exists', { detail: 'This person holds this role here already.' });
    const draft = { userName: user.name, validFrom: input.validFrom ?? null, validUntil: input.validUntil ?? null };
    const row = known
      ? await this.repository.update(await this.repository.restore(known), { ...LOCAL, ...draft })
      : await this.repository.create({ organisationId, userId, roleId, ...LOCAL, ...draft });
    await endShownLinks(this.house.sql, userId);
    await this.house.sql.raiseRights(userId);
    return row;
  }

  override async update(id: string, patch: MembershipUpdateDto, version?: number): Promise<object> {
    const row = await this.givenByHand(id, 'update');
    checkDates({ ...row, ...patch });
    await this.requireAuthority(row.organisationId, row.userId, row.roleId);
    const next = await this.repository.update(row, patch as Partial<MembershipEntity>, version);
    if (next.validUntil || next.validFrom) await this.requireOwnerRemains(row);
    await this.house.sql.raiseRights(row.userId);
    return this.show(next);
  }

  override async archive(id: string): Promise<object> {
    const row = await this.givenByHand(id, 'archive');
    await this.requireAuthority(row.organisationId, row.userId, row.roleId);
    await this.house.sql.holdPerson(row.userId);
    const next = await this.repository.archive(row);
    await this.requireOwnerRemains(row);
    await endLinksWithoutRole(this.house.sql, row.userId);
    await this.house.sql.raiseRights(row.userId);
    return this.show(next);
  }

  override async restore(id: string): Promise<object> {
    const row = await this.givenByHand(id, 'archive');
    await this.requireAuthority(row.organisationId, row.userId, row.roleId);
    await this.house.sql.holdPerson(row.userId);
    const next = await this.repository.restore(row);
    await endShownLinks(this.house.sql, row.userId);
    await this.house.sql.raiseRights(row.userId);
    return this.show(next);
  }

  protected override computed(): readonly string[] {
    return ['userEmail', 'userState'];
  }

  protected override async complete(rows: readonly Row[]): Promise<void> {
    const ids = [...new Set(rows.map((row) => String(row['userId'])))];
    if (ids.length === 0) return;
    const users = await this.house.sql.house<{ id: string; email: string; state: string }>(
      `SELECT id, email, state FROM user_account WHERE id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    const byId = new Map(users.map((user) => [user.id, user]));
    for (const row of rows)
      Object.assign(row, {
        userEmail: byId.get(String(row['userId']))?.email ?? null,
        userState: byId.get(String(row['userId']))?.state ?? null,
      });
  }

  /** A role that groups gave would come back with the next sign-in: it is changed where it comes from. */
  private async givenByHand(id: string, verb: 'update' | 'archive'): Promise<MembershipEntity> {
    const row = await this.forWrite(id, verb);
    if (row.source === 'local') return row;
    throw new Conflict('membership.mapped', {
      detail:
        'A group at the identity provider gives this role. Take the person out of the group, or have the mapping changed.',
    });
  }

  private async requireAuthority(organisationId: string, userId: string, roleId: string): Promise<void> {
    const { actor } = this.house.context;
    if (!this.house.context.scope.includes(organisationId)) throw new NotFound('organisation');
    if (actor.type === 'system') return;
    if (userId === actor.id)
      throw new Forbidden('membership.own', { detail: 'Nobody changes their own roles. Ask somebody else.' });
    const role = await this.house.repositories.house(RoleEntity).findOne({ id: roleId });
    if (!role || role.archivedAt) throw Invalid.field('/roleId', 'not_found', 'There is no such role.');
    const held = actor.grants.get(organisationId)?.permissions;
    const missing = (role.permissions as Permission[]).find((permission) => !held?.has(permission));
    if (missing)
      throw new Forbidden('role.beyond_own', {
        detail: `You can only grant what you hold yourself; "${missing}" is missing.`,
      });
  }

  /** Runs after the change, in its transaction: without an owner everything is taken back. */
  private async requireOwnerRemains(row: MembershipEntity): Promise<void> {
    const role = await this.house.repositories.house(RoleEntity).findOne({ id: row.roleId });
    if (role?.template !== 'owner') return;
    if ((await ownersLeft(this.house.sql, row)) === 0)
      throw new Conflict('membership.last_owner', {
        detail: 'An organisation keeps at least one owner. Make somebody else owner first.',
      });
  }
}

function checkDates({ validFrom, validUntil }: { validFrom?: string | null; validUntil?: string | null }): void {
  if (validFrom && validUntil && validUntil < validFrom)
    throw Invalid.field('/validUntil', 'before_start', 'The end lies before the start.');
}
