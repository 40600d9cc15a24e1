import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { UserEntity } from '../../access';
import { Passwords, type JudgedPassword } from '../passwords/passwords';
import { SessionStore } from '../sessions/session-store';
import { Slowdown } from '../sign-in/slowdown';

/** Somebody at the door, with what their link is for. */
interface Comer {
  userId: string;
  kind: 'invitation' | 'reset';
}

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

  /** Whether the password may be theirs; asked before the link is used up. */
  async judge({ userId, kind }: Comer, password: string): Promise<JudgedPassword> {
    const user = await this.welcome({ userId, kind });
    return this.passwords.judge(userId, password, { words: [user.email.split('@')[0] ?? '', user.name] });
  }

  /** A reset never bypasses the second factor: it only sets the password and ends all sessions. */
  async setPassword({ userId, kind }: Comer, judged: JudgedPassword, name: string | null | undefined): Promise<void> {
    const users = this.repositories.house(UserEntity);
    const user = await this.welcome({ userId, kind });
    await this.passwords.keep(userId, judged);
    if (kind === 'invitation')
      await users.update(user, { state: 'active', ...(name ? { name } : {}), authzEpoch: user.authzEpoch + 1 });
    await this.sessions.revokeAll(userId);
    await this.slowdown.succeeded({ of: 'password', account: user.email });
    this.events.record({
      action: kind === 'invitation' ? 'user.invitation_accepted' : 'user.password_reset',
      category: 'authentication',
      target: { type: 'user', id: userId, label: user.name },
      details: { ip: this.context.origin.ip, breachCheck: judged.breachCheck },
    });
  }

  /** An invitation is for whoever has not come in yet: it sets no password on an account that is in use. */
  private async welcome({ userId, kind }: Comer): Promise<UserEntity> {
    const user = await this.repositories.house(UserEntity).get(userId);
    if (user.state === 'disabled' || (kind === 'invitation' && user.state !== 'invited')) throw new NotFound('link');
    return user;
  }
}
