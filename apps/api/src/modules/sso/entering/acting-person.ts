import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { UserEntity } from '../../access';
import { SessionStore } from '../../auth';
import { AccountNotices } from '../../mail';
import type { ClaimedAttempt } from './sign-in-attempts';
import { SsoRefused } from './sso-refused';

/** Who came back, and the session they started from. */
export interface ActingAs {
  user: UserEntity;
  session: NonNullable<Awaited<ReturnType<SessionStore['find']>>>;
}

/** Somebody who comes back from a provider has no session on that request; the attempt says who they are here. */
@Injectable()
export class ActingPerson {
  constructor(
    private readonly context: RequestContext,
    private readonly repositories: Repositories,
    private readonly events: EventRecorder,
    private readonly sessions: SessionStore,
    private readonly notices: AccountNotices,
  ) {}

  /** From here on the request acts as this person, without any right; only while the session that started it goes on. */
  async become({ userId, sessionId }: ClaimedAttempt): Promise<ActingAs> {
    const user = userId ? await this.repositories.house(UserEntity).findOne({ id: userId }) : null;
    if (user?.state !== 'active')
      throw new SsoRefused('account_disabled', 'The account that started this is not active.');
    const session = await this.sessions.find(sessionId ?? '');
    if (!session || session.revokedAt || session.userId !== user.id)
      throw new SsoRefused('other_person', 'The session that started this is over.');
    if (Number(session.sight) === 1)
      throw new SsoRefused('other_person', 'You are looking with the rights of somebody else. Stop that first.');
    this.context.become({ type: 'user', id: user.id, name: user.name, platformAdmin: false, grants: new Map() });
    return { user, session };
  }

  /** Writes down what changed for an account, and tells its holder where that is something to be told. */
  async note(action: string, user: UserEntity, details: Record<string, unknown>): Promise<void> {
    this.events.record({
      action,
      category: 'authentication',
      target: { type: 'user', id: user.id, label: user.name },
      details,
    });
    await this.notices.changed(user.id, action);
  }
}
