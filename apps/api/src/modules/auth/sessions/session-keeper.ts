import { Injectable } from '@nestjs/common';
import { tokenHash } from '@st0r/crypto';
import type { FastifyReply } from 'fastify';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Conflict, Unauthenticated } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { SignInSettings } from '../sign-in/sign-in-settings';
import { AccessToken } from './access-token';
import { ACCESS_COOKIE, REFRESH_COOKIE, SECOND_FACTOR_COOKIE, clearCookies, setCookie } from './session-cookies';
import { SessionStore, type NewSession } from './session-store';

/** A second use within this time is two tabs racing, not a thief. */
const RACE_MS = 10_000;

/** What a session is used with; whoever holds it may throw `accessToken` away after so many seconds. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

interface TokenRow {
  sessionId: string;
  interactive: number;
  usedAt: string | null;
  userId: string;
  revokedAt: string | null;
  expired: number;
  idleSeconds: number;
}

/** Hands out, renews and ends sessions. */
@Injectable()
export class SessionKeeper {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: AccessToken,
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly settings: SignInSettings,
  ) {}

  /** Opens a browser session and sets its cookies. */
  async enter(session: NewSession, reply: FastifyReply): Promise<void> {
    await this.sessions.leaveBehind();
    const tokens = await this.issue(session);
    await this.setCookies(reply, tokens);
  }

  /** Opens a session for an API client; the tokens are the answer. */
  async issue(session: NewSession): Promise<TokenPair> {
    const { id, refreshToken } = await this.sessions.open(session);
    return { refreshToken, ...(await this.pointer(session.userId, id, session.interactive)) };
  }

  /** Trades a refresh token for its successor. A used one ends the whole family: somebody copied it. */
  async renew(token: string, patient: boolean): Promise<TokenPair> {
    const hash = tokenHash(token);
    // The one UPDATE decides who is first; a read before it would let two in.
    const claim = (await this.sql.house(
      'UPDATE refresh_token SET used_at = UTC_TIMESTAMP(6) WHERE hash = ? AND used_at IS NULL',
      [hash],
    )) as unknown as { affectedRows: number };
    const row = await this.find(hash);
    if (!row) throw new Unauthenticated('session.expired', 'Your session has ended. Sign in again.');
    if (claim.affectedRows !== 1) return this.reused(row, patient);
    const { idleMinutes } = await this.settings.read();
    if (row.revokedAt || Number(row.expired) === 1 || Number(row.idleSeconds) > idleMinutes * 60)
      throw new Unauthenticated('session.expired', 'Your session has ended. Sign in again.');
    await this.sessions.touch(row.sessionId);
    return {
      refreshToken: await this.sessions.addToken(row.sessionId),
      ...(await this.pointer(row.userId, row.sessionId, Number(row.interactive) === 1)),
    };
  }

  async setCookies(reply: FastifyReply, { accessToken, refreshToken, expiresIn }: TokenPair): Promise<void> {
    const { absoluteHours } = await this.settings.read();
    clearCookies(reply, SECOND_FACTOR_COOKIE);
    setCookie(reply, ACCESS_COOKIE, { value: accessToken, maxAge: expiresIn });
    setCookie(reply, REFRESH_COOKIE, { value: refreshToken, maxAge: absoluteHours * 3600 });
  }

  private async pointer(
    sub: string,
    sid: string,
    interactive: boolean,
  ): Promise<{ accessToken: string; expiresIn: number }> {
    const { accessMinutes, automationMinutes } = await this.settings.read();
    const expiresIn = (interactive ? accessMinutes : automationMinutes) * 60;
    return { accessToken: await this.tokens.sign('session', { sub, sid }, expiresIn), expiresIn };
  }

  private async find(hash: Buffer): Promise<TokenRow | undefined> {
    const [row] = await this.sql.house<TokenRow>(
      `SELECT t.session_id AS sessionId, s.interactive, t.used_at AS usedAt, s.user_id AS userId, s.revoked_at AS revokedAt, s.expires_at <= UTC_TIMESTAMP(6) AS expired,
              TIMESTAMPDIFF(SECOND, s.last_seen_at, UTC_TIMESTAMP(6)) AS idleSeconds
       FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE t.hash = ?`,
      [hash],
    );
    return row;
  }

  private async reused(row: TokenRow, patient: boolean): Promise<never> {
    const age = Date.now() - new Date(`${row.usedAt!.replace(' ', 'T')}Z`).getTime();
    if (patient && age < RACE_MS)
      throw new Conflict('session.refresh_race', {
        detail: 'Another tab has just renewed this session. Try again.',
        retryable: true,
      });
    await this.work.runApart(async () => {
      await this.sql.house('UPDATE session SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP(6)) WHERE id = ?', [
        row.sessionId,
      ]);
      this.events.record({
        action: 'session.refresh_reused',
        category: 'authentication',
        outcome: 'failure',
        target: { type: 'user', id: row.userId, label: '' },
        details: { sessionId: row.sessionId },
      });
    });
    throw new Unauthenticated(
      'session.revoked',
      'This session was ended because its token was used twice. Sign in again.',
    );
  }
}
