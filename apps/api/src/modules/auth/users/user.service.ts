import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden } from '../../../platform/errors';
import { ResourceHouse, ResourceService } from '../../../platform/resource';
import { MembershipEndings, type UserEntity } from '../../access';
import type { LinkHandoverDto } from '../links/invitation.dto';
import { LinkHandovers } from '../links/link-handovers';
import { PasswordPlaces } from '../sign-in/password-places';
import { LostFactors } from './lost-factors';
import type { UserUpdateDto } from './user.dto';
import { userResource } from './user.resource';

/** Accounts of other people. */
@Injectable()
export class UserService extends ResourceService<UserEntity> {
  constructor(
    house: ResourceHouse,
    private readonly handovers: LinkHandovers,
    private readonly factors: LostFactors,
    private readonly places: PasswordPlaces,
    private readonly endings: MembershipEndings,
  ) {
    super(userResource, house);
  }

  /** Disabling ends every session at once; the last active administrator stays. */
  override async update(id: string, patch: UserUpdateDto, version?: number): Promise<object> {
    const user = await this.repository.get(id);
    if (this.own(id) && (patch.state === 'disabled' || patch.platformAdmin === false))
      throw new Forbidden('user.own', { detail: 'Nobody disables themselves or gives up their own administration.' });
    if ((patch.state as string | undefined) === 'invited' || (patch.state === 'active' && user.state === 'invited'))
      throw new Conflict('user.invited', { detail: 'An invitation is accepted by the person themselves.' });
    // Somebody who never accepted their invitation goes back to being invited.
    const absent = patch.state === 'active' && !(await this.factors.hasPassword(id));
    const state = absent ? ('invited' as const) : patch.state;
    await this.house.sql.raiseRights(id);
    if (patch.platformAdmin) await this.endings.endShownLinks(id);
    // Changed even where nothing differs: from now on that is what somebody here has decided.
    const { authzEpoch } = await this.repository.get(id);
    const change = { ...patch, ...(state ? { state } : {}), authzEpoch: authzEpoch + 1 };
    const next = await this.repository.update(user, change, version);
    if (patch.state === 'disabled') await this.factors.endSessions(id);
    await this.places.requireWayBack(id);
    return this.show(next);
  }

  async reset(id: string): Promise<LinkHandoverDto> {
    const user = await this.repository.get(id);
    if (user.state === 'disabled') throw new Conflict('user.disabled', { detail: 'This account is disabled.' });
    this.factors.note('user.reset_link_made', user);
    return this.handovers.handOver(user.state === 'invited' ? 'invitation' : 'reset', id);
  }

  async resetMfa(id: string): Promise<void> {
    const user = await this.repository.get(id);
    if (this.own(id)) throw new Forbidden('user.own', { detail: 'Replace your own second factor in your account.' });
    await this.factors.reset(user);
    await this.places.requireWayBack(id);
  }

  protected override can(row: Record<string, unknown>): Record<string, boolean> {
    return { ...super.can(row), disable: !this.own(String(row['id'])) };
  }

  private own(id: string): boolean {
    return id === this.house.context.actor.id;
  }
}
