import { Injectable } from '@nestjs/common';
import { EventRecorder } from '../../../platform/events';
import type { UserEntity } from '../../access';
import { Passwords } from '../passwords/passwords';
import { SessionStore } from '../sessions/session-store';
import { Totp } from '../totp/totp';

/** Taking away a lost second factor. */
@Injectable()
export class LostFactors {
  constructor(
    private readonly totp: Totp,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly events: EventRecorder,
  ) {}

  async reset(user: UserEntity): Promise<void> {
    await this.totp.reset(user.id);
    await this.endSessions(user.id);
    this.note('user.mfa_reset', user);
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
