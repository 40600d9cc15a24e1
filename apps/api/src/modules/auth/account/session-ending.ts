import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { SessionStore } from '../sessions/session-store';

/** What happens to sessions when a factor changes. */
@Injectable()
export class SessionEnding {
  constructor(
    private readonly context: RequestContext,
    private readonly store: SessionStore,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  async others(userId: string): Promise<void> {
    await this.store.revokeAll(userId, this.context.actor.session?.id ?? null);
  }

  /** The enrolment session becomes a full one; all others end. */
  async enrolled(): Promise<void> {
    const { actor } = this.context;
    await this.others(actor.id);
    await this.sql.house(
      "UPDATE session SET scope = 'full', amr = JSON_ARRAY(IF(entry_id IS NULL, 'pwd', 'sso'), 'otp', 'mfa') WHERE id = ?",
      [actor.session?.id ?? null],
    );
    this.note('user.totp_enrolled');
  }

  note(action: string): void {
    const { actor } = this.context;
    this.events.record({
      action,
      category: 'authentication',
      target: { type: 'user', id: actor.id, label: actor.name },
    });
  }
}
