import { Injectable } from '@nestjs/common';
import { EventRecorder } from '../../../platform/events';
import type { UserEntity } from '../../access';
import { AccountNotices } from '../../mail';
import { EmailChangeBook } from '../email-change/email-change-book';
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
    private readonly emailChanges: EmailChangeBook,
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

  /** What was asked for in one of them ends as well. */
  async endSessions(userId: string): Promise<void> {
    await this.sessions.revokeAll(userId);
    await this.emailChanges.end(userId);
  }

  note(action: string, user: UserEntity): void {
    this.events.record({ action, category: 'admin', target: { type: 'user', id: user.id, label: user.name } });
  }
}
