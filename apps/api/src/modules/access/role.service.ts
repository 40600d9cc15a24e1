import { Injectable } from '@nestjs/common';
import { isPermission, type Permission } from '../../platform/authorize';
import { Conflict, Forbidden, Invalid } from '../../platform/errors';
import { ResourceHouse, ResourceService } from '../../platform/resource';
import { RoleEntity } from './role.entity';
import { roleResource } from './role.resource';

type RoleInput = Partial<Pick<RoleEntity, 'name' | 'description' | 'permissions' | 'requireMfa'>>;

/** Roles are shared by all organisations, so a change needs `role.manage` and the granted rights in each one that uses it. */
@Injectable()
export class RoleService extends ResourceService<RoleEntity> {
  constructor(house: ResourceHouse) {
    super(roleResource, house);
  }

  override async create(input: RoleInput): Promise<object> {
    const permissions = checked(input.permissions ?? []);
    this.requireHeld(permissions, [...this.house.context.scope], 'any');
    return super.create({ ...input, permissions, requireMfa: input.requireMfa ?? false, template: null });
  }

  override async update(id: string, patch: RoleInput, version?: number): Promise<object> {
    const role = await this.changeable(id);
    const permissions = patch.permissions ? checked(patch.permissions) : undefined;
    await this.requireAuthority(role, permissions ?? []);
    const answer = await super.update(
      id,
      { ...patch, ...(permissions ? { permissions } : {}), requireMfa: patch.requireMfa ?? undefined },
      version,
    );
    await this.raiseEpochs(id);
    return answer;
  }

  override async archive(id: string): Promise<object> {
    const role = await this.changeable(id);
    await this.requireAuthority(role, []);
    const answer = await super.archive(id);
    await this.raiseEpochs(id);
    return answer;
  }

  override async restore(id: string): Promise<object> {
    const role = await this.changeable(id);
    await this.requireAuthority(role, role.permissions as Permission[]);
    const answer = await super.restore(id);
    await this.raiseEpochs(id);
    return answer;
  }

  protected override can(row: Record<string, unknown>): Record<string, boolean> {
    const mayManage = [...this.house.context.actor.grants.values()].some((grant) =>
      grant.permissions.has('role.manage'),
    );
    const own = row['template'] === null && mayManage;
    return { update: own, archive: own };
  }

  private async changeable(id: string): Promise<RoleEntity> {
    const role = await this.repository.get(id);
    if (role.template)
      throw new Conflict('role.template', {
        detail: 'The roles of the house cannot be changed. Make a role of your own.',
      });
    return role;
  }

  private async requireAuthority(role: RoleEntity, permissions: readonly Permission[]): Promise<void> {
    const uses = await this.house.sql.house<{ organisationId: string; mine: number }>(
      `SELECT organisation_id AS organisationId, MAX(user_id = ?) AS mine FROM membership WHERE role_id = ? AND archived_at IS NULL /* where a role is used */ GROUP BY organisation_id`,
      [this.house.context.actor.id, role.id],
    );
    if (uses.some((use) => Number(use.mine) === 1))
      throw new Forbidden('role.own', { detail: 'Nobody changes a role they hold. Ask somebody else.' });
    this.requireHeld(
      permissions,
      uses.map((use) => use.organisationId),
      'all',
    );
  }

  /** In `all` (or at least one) of the organisations the actor manages roles and holds every permission being granted. */
  private requireHeld(permissions: readonly Permission[], organisations: readonly string[], mode: 'all' | 'any'): void {
    const { grants } = this.house.context.actor;
    const lacks = (id: string): Permission | undefined =>
      (['role.manage', ...permissions] as Permission[]).find((one) => !grants.get(id)?.permissions.has(one));
    const missing = organisations.map(lacks);
    const ok = mode === 'all' ? missing.every((one) => one === undefined) : missing.some((one) => one === undefined);
    if (ok) return;
    throw new Forbidden('role.beyond_own', {
      detail: `You can only grant what you hold yourself; "${missing.find(Boolean)}" is missing.`,
    });
  }

  /** The actor is never among them: nobody changes a role they hold. */
  private async raiseEpochs(roleId: string): Promise<void> {
    await this.house.sql.house(
      'UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id IN (SELECT user_id FROM membership WHERE role_id = ? AND archived_at IS NULL /* holders of a role */)',
      [roleId],
    );
  }
}

function checked(codes: readonly string[]): Permission[] {
  codes.forEach((code, at) => {
    if (!isPermission(code)) throw Invalid.field(`/permissions/${at}`, 'choice', `There is no permission "${code}".`);
  });
  return [...new Set(codes)] as Permission[];
}
