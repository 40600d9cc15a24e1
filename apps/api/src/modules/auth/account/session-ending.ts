import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { AccountNotices } from '../../mail';
import { SessionStore } from '../sessions/session-store';
import { MfaDemand } from '../sign-in/mfa-demand';

/** What happens to sessions, in the log and by mail when a factor changes. */
@Injectable()
export class SessionEnding {
  constructor(
    private readonly context: RequestContext,
    private readonly store: SessionStore,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
    private readonly demand: MfaDemand,
    private readonly notices: AccountNotices,
  ) {}

  async others(userId: string): Promise<void> {
    await this.store.revokeAll(userId, this.context.actor.session?.id ?? null);
  }

  /** The enrolment session becomes a full one, unless it must be a passkey and is none; all others end. */
  async enrolled(factor: 'otp' | 'passkey', details: Record<string, string> = {}): Promise<void> {
    const { actor } = this.context;
    await this.others(actor.id);
    const enough = factor === 'passkey' || !(await this.demand.passkey(actor.id));
    if (enough && actor.session?.scope === 'enrolment')
      await this.sql.house(
        "UPDATE session SET scope = 'full', amr = JSON_ARRAY(IF(entry_id IS NULL, 'pwd', 'sso'), ?, 'mfa') WHERE id = ?",
        [factor, actor.session.id],
      );
    await this.tell(factor === 'otp' ? 'user.totp_enrolled' : 'user.passkey_added', details);
  }

  /** Notes it, and tells the person by mail: it may have been somebody else. */
  async tell(action: string, details: Record<string, string> = {}): Promise<void> {
    this.note(action, details);
    await this.notices.changed(this.context.actor.id, action);
  }

  note(action: string, details: Record<string, string> = {}): void {
    const { actor } = this.context;
    this.events.record({
      action,
      category: 'authentication',
      target: { type: 'user', id: actor.id, label: actor.name },
      details,
    });
  }
}
