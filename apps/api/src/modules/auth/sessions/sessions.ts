import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import type { SessionDto } from './session.dto';
import { SessionKeeper } from './session-keeper';
import { SessionStore } from './session-store';

/** The sessions of the person asking. */
@Injectable()
export class Sessions {
  constructor(
    readonly keeper: SessionKeeper,
    private readonly store: SessionStore,
    private readonly context: RequestContext,
    private readonly events: EventRecorder,
    private readonly sql: Sql,
  ) {}

  async list(): Promise<SessionDto[]> {
    const { actor } = this.context;
    const rows = await this.sql.house<Omit<SessionDto, 'current'>>(
      `SELECT id, ip, user_agent AS userAgent, authenticated_at AS signedInAt, last_seen_at AS lastSeenAt, expires_at AS expiresAt, interactive
       FROM session WHERE user_id = ? AND revoked_at IS NULL AND expires_at > UTC_TIMESTAMP(6) ORDER BY last_seen_at DESC LIMIT 100`,
      [actor.id],
    );
    return rows.map((row) => ({ ...row, current: row.id === actor.session?.id }));
  }

  async end(id: string): Promise<void> {
    const { actor } = this.context;
    if (!(await this.store.revoke(id, actor.id))) throw new NotFound('session');
    this.record('session.revoked', { sessionId: id });
  }

  /** Ends every session but the present one. */
  async endOthers(): Promise<void> {
    const { actor } = this.context;
    await this.store.revokeAll(actor.id, actor.session?.id ?? null);
    this.record('session.others_revoked', {});
  }

  async endOwn(): Promise<void> {
    const { actor } = this.context;
    if (actor.session) await this.store.revoke(actor.session.id, actor.id);
    this.record('session.signed_out', {});
  }

  async steppedUp(className: string): Promise<void> {
    const { session } = this.context.actor;
    if (session) await this.store.stepUp(session.id, className);
  }

  private record(action: string, details: Record<string, unknown>): void {
    const { actor } = this.context;
    this.events.record({
      action,
      category: 'authentication',
      target: { type: 'user', id: actor.id, label: actor.name },
      details,
    });
  }
}
