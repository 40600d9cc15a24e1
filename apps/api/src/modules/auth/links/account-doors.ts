import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { UserEntity } from '../../access';
import { Passwords } from '../passwords/passwords';
import { SessionStore } from '../sessions/session-store';
import { Slowdown } from '../sign-in/slowdown';
import type { LinkAcceptanceDto } from './invitation.dto';

/** What happens when somebody comes through a link. */
@Injectable()
export class AccountDoors {
  constructor(
    private readonly repositories: Repositories,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
    private readonly slowdown: Slowdown,
  ) {}

  /** A reset never bypasses the second factor: it only sets the password and ends all sessions. */
  async setPassword(
    userId: string,
    kind: 'invitation' | 'reset',
    { name, password }: LinkAcceptanceDto,
  ): Promise<void> {
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    if (user.state === 'disabled') throw new NotFound('link');
    const breachCheck = await this.passwords.set(userId, password, {
      words: [user.email.split('@')[0] ?? '', user.name],
    });
    if (kind === 'invitation')
      await users.update(user, { state: 'active', ...(name ? { name } : {}), authzEpoch: user.authzEpoch + 1 });
    await this.sessions.revokeAll(userId);
    await this.slowdown.succeeded({ of: 'password', account: user.email });
    this.events.record({
      action: kind === 'invitation' ? 'user.invitation_accepted' : 'user.password_reset',
      category: 'authentication',
      target: { type: 'user', id: userId, label: user.name },
      details: { ip: this.context.origin.ip, breachCheck },
    });
  }
}
