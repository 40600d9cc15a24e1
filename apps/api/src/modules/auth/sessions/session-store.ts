import { Injectable } from '@nestjs/common';
import { createToken, tokenHash, uuid7 } from '@st0r/crypto';
import { LIMITS_COLUMN, LimitRules } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { SignInSettings } from '../sign-in/sign-in-settings';

const BATCH = 500;

/** One session as the strategy reads it, together with its person. */
export interface SessionRow {
  id: string;
  userId: string;
  scope: 'full' | 'enrolment';
  interactive: number;
  amr: string;
  authenticatedAt: string;
  steppedUp: string;
  lastSeenAt: string;
  expiresAt: string;
  revokedAt: string | null;
  name: string;
  state: string;
  platformAdmin: number;
  authzEpoch: number;
  /** Whether the person looks with other rights than their own right now. */
  sight: number;
}

/** What a new session needs to know. */
export interface NewSession {
  userId: string;
  scope: 'full' | 'enrolment';
  interactive: boolean;
  amr: readonly string[];
  /** The record of having come in through a connection; null for a local sign-in. */
  entryId?: string | null;
}

/** Sessions and their refresh tokens. Every sign-in makes a new session and a new family of tokens. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly settings: SignInSettings,
    private readonly limits: LimitRules,
  ) {}

  async open({
    userId,
    scope,
    interactive,
    amr,
    entryId = null,
  }: NewSession): Promise<{ id: string; refreshToken: string }> {
    const id = uuid7();
    const { absoluteHours } = await this.settings.read();
    const { ip, userAgent } = this.context.origin;
    await this.sql.house(
      `INSERT INTO session (id, user_id, scope, interactive, amr, authenticated_at, stepped_up, last_seen_at, expires_at, ip, user_agent, entry_id)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6), '{}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL ? HOUR, ?, ?, ?)`,
      [
        id,
        userId,
        scope,
        interactive ? 1 : 0,
        JSON.stringify(amr),
        absoluteHours,
        ip,
        userAgent?.slice(0, 255) ?? null,
        entryId,
      ],
    );
    return { id, refreshToken: await this.addToken(id) };
  }

  /** The one indexed read of every request. */
  async find(id: string): Promise<SessionRow | undefined> {
    const [row] = await this.sql.house<SessionRow & { limits: string | null }>(
      `SELECT s.id, s.user_id AS userId, s.scope, s.interactive, s.amr, s.authenticated_at AS authenticatedAt, s.stepped_up AS steppedUp, s.last_seen_at AS lastSeenAt,
              s.expires_at AS expiresAt, s.revoked_at AS revokedAt, u.name, u.state, u.platform_admin AS platformAdmin, u.authz_epoch AS authzEpoch,
              k.session_id IS NOT NULL AS sight, ${LIMITS_COLUMN}
       FROM session s JOIN user_account u ON u.id = s.user_id
       LEFT JOIN sight k ON k.session_id = s.id AND k.until > UTC_TIMESTAMP(6) WHERE s.id = ?`,
      [id],
    );
    if (row) this.limits.heard(row.limits);
    return row;
  }

  async touch(id: string): Promise<void> {
    await this.sql.house('UPDATE session SET last_seen_at = UTC_TIMESTAMP(6) WHERE id = ?', [id]);
  }

  async addToken(sessionId: string): Promise<string> {
    const token = createToken();
    await this.sql.house('INSERT INTO refresh_token (hash, session_id, created_at) VALUES (?, ?, UTC_TIMESTAMP(6))', [
      tokenHash(token),
      sessionId,
    ]);
    return token;
  }

  /** Notes a fresh proof of identity for one class of act. */
  async stepUp(sessionId: string, className: string): Promise<void> {
    await this.sql.house(
      "UPDATE session SET stepped_up = JSON_SET(stepped_up, CONCAT('$.\"', ?, '\"'), ?) WHERE id = ?",
      [className, Date.now(), sessionId],
    );
  }

  /** Ends one session; answers whether it was alive. */
  async revoke(id: string, userId: string): Promise<boolean> {
    const result = (await this.sql.house(
      'UPDATE session SET revoked_at = UTC_TIMESTAMP(6) WHERE id = ? AND user_id = ? AND revoked_at IS NULL',
      [id, userId],
    )) as unknown as { affectedRows: number };
    return result.affectedRows === 1;
  }

  /** Ends the session a browser brought along when somebody signs in with it: whoever planted it has nothing left. */
  async leaveBehind(): Promise<void> {
    const brought = this.context.actorIfAny;
    if (brought?.session) await this.revoke(brought.session.id, brought.id);
  }

  /** Ends all sessions of a person, except perhaps the present one. */
  async revokeAll(userId: string, except: string | null = null): Promise<void> {
    await this.sql.house(
      'UPDATE session SET revoked_at = UTC_TIMESTAMP(6) WHERE user_id = ? AND revoked_at IS NULL AND (? IS NULL OR id <> ?)',
      [userId, except, except],
    );
  }

  /** Ends the sessions that came in with these entries, except perhaps the present one; answers how many were alive. */
  async revokeEntries(entryIds: readonly string[], except: string | null = null): Promise<number> {
    let ended = 0;
    for (let at = 0; at < entryIds.length; at += BATCH) {
      const ids = entryIds.slice(at, at + BATCH);
      const result = (await this.sql.house(
        `UPDATE session SET revoked_at = UTC_TIMESTAMP(6)
         WHERE entry_id IN (${ids.map(() => '?').join(', ')}) AND revoked_at IS NULL AND (? IS NULL OR id <> ?)`,
        [...ids, except, except],
      )) as unknown as { affectedRows: number };
      ended += result.affectedRows;
    }
    return ended;
  }
}
