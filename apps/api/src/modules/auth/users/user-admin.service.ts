import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { RequestContext } from '../../../platform/context';
import { Repositories, Sql } from '../../../platform/database';
import { Conflict, Forbidden } from '../../../platform/errors';
import { UserEntity } from '../../access';
import type { LinkHandoverDto } from '../links/invitation.dto';
import { Invitations } from '../links/invitations';
import { LostFactors } from './lost-factors';
import { UserDto, type UserUpdateDto } from './user.dto';

/** Accounts of other people. */
@Injectable()
export class UserAdmin {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly invitations: Invitations,
    private readonly factors: LostFactors,
    private readonly context: RequestContext,
  ) {}

  async list(): Promise<UserDto[]> {
    const rows = await this.sql.house<object>(
      'SELECT id, email, name, state, platform_admin AS platformAdmin, require_mfa AS requireMfa, version, created_at AS createdAt FROM user_account ORDER BY name, id LIMIT 10000',
    );
    return rows.map((row) => present(UserDto, row));
  }

  /** Disabling ends every session at once; the last active administrator stays. */
  async update(id: string, patch: UserUpdateDto, version?: number): Promise<UserDto> {
    const users = this.repositories.house(UserEntity);
    const user = await users.get(id);
    if (id === this.context.actor.id && (patch.state === 'disabled' || patch.platformAdmin === false))
      throw new Forbidden('user.own', { detail: 'Nobody disables themselves or gives up their own administration.' });
    if ((patch.state as string | undefined) === 'invited' || (patch.state === 'active' && user.state === 'invited'))
      throw new Conflict('user.invited', { detail: 'An invitation is accepted by the person themselves.' });
    // Somebody who never accepted their invitation goes back to being invited.
    const absent = patch.state === 'active' && !(await this.factors.hasPassword(id));
    const state = absent ? ('invited' as const) : patch.state;
    const change = { ...patch, ...(state ? { state } : {}), authzEpoch: user.authzEpoch + 1 };
    const next = await users.update(user, change, version);
    if (patch.state === 'disabled') await this.factors.endSessions(id);
    return present(UserDto, next);
  }

  async reset(id: string): Promise<LinkHandoverDto> {
    const user = await this.repositories.house(UserEntity).get(id);
    if (user.state === 'disabled') throw new Conflict('user.disabled', { detail: 'This account is disabled.' });
    this.factors.note('user.reset_link_made', user);
    return this.invitations.handOver(user.state === 'invited' ? 'invitation' : 'reset', user);
  }

  async resetMfa(id: string): Promise<void> {
    const user = await this.repositories.house(UserEntity).get(id);
    if (id === this.context.actor.id)
      throw new Forbidden('user.own', { detail: 'Replace your own second factor in your account.' });
    await this.factors.reset(user);
  }
}
