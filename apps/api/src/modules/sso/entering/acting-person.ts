import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { UserEntity } from '../../access';
import { SsoRefused } from './sso-refused';

/** Somebody who comes back from a provider has no session on that request; the attempt says who they are here. */
@Injectable()
export class ActingPerson {
  constructor(
    private readonly context: RequestContext,
    private readonly repositories: Repositories,
    private readonly events: EventRecorder,
  ) {}

  /** From here on the request acts as this person, without any right. */
  async become(userId: string | null): Promise<UserEntity> {
    const user = userId ? await this.repositories.house(UserEntity).findOne({ id: userId }) : null;
    if (user?.state !== 'active')
      throw new SsoRefused('account_disabled', 'The account that started this is not active.');
    this.context.become({ type: 'user', id: user.id, name: user.name, platformAdmin: false, grants: new Map() });
    return user;
  }

  note(action: string, user: UserEntity, details: Record<string, unknown>): void {
    this.events.record({
      action,
      category: 'authentication',
      target: { type: 'user', id: user.id, label: user.name },
      details,
    });
  }
}
