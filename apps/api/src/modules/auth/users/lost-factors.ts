import { Injectable } from '@nestjs/common';
import { EventRecorder } from '../../../platform/events';
import type { UserEntity } from '../../access';
import { SessionStore } from '../sessions/session-store';
import { Totp } from '../totp/totp';

/** Taking away a lost second factor. */
@Injectable()
export class LostFactors {
  constructor(
    private readonly totp: Totp,
    private readonly sessions: SessionStore,
    private readonly events: EventRecorder,
  ) {}

  async reset(user: UserEntity): Promise<void> {
    await this.totp.reset(user.id);
    await this.endSessions(user.id);
    this.note('user.mfa_reset', user);
  }

  async endSessions(userId: string): Promise<void> {
    await this.sessions.revokeAll(userId);
  }

  note(action: string, user: UserEntity): void {
    this.events.record({ action, category: 'admin', target: { type: 'user', id: user.id, label: user.name } });
  }
}
