import { Injectable } from '@nestjs/common';
import { EventRecorder } from '../../../platform/events';
import type { UserEntity } from '../../access';
import { AccountNotices } from '../../mail';
import { SecondFactors } from '../factors/second-factors';
import { Passwords } from '../passwords/passwords';
import { SessionStore } from '../sessions/session-store';

/** Taking away lost second factors, passkeys among them. */
@Injectable()
export class LostFactors {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly events: EventRecorder,
    private readonly notices: AccountNotices,
  ) {}

  async reset(user: UserEntity): Promise<void> {
    await this.factors.reset(user.id);
    await this.endSessions(user.id);
    this.note('user.mfa_reset', user);
    await this.notices.changed(user.id, 'user.mfa_reset');
  }

  /** False for an account whose invitation was never accepted. */
  hasPassword(userId: string): Promise<boolean> {
    return this.passwords.exists(userId);
  }

  async endSessions(userId: string): Promise<void> {
    await this.sessions.revokeAll(userId);
  }

  note(action: string, user: UserEntity): void {
    this.events.record({ action, category: 'admin', target: { type: 'user', id: user.id, label: user.name } });
  }
}
