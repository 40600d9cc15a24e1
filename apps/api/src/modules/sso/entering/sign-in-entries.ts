import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, openText, sealField, tokenHash, uuid7, type FieldPlace } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { PlatformDataKey } from '../../../platform/keys';
import { SessionStore } from '../../auth';
import type { ExternalProof } from './external-proof';

/** Entries nobody has a session of are forgotten after this long. */
const KEPT_DAYS = 2;

/** One coming in through a connection. */
export interface SignInEntry {
  id: string;
  connectionId: string;
  identityId: string;
  userId: string;
}

/** Who came in through which connection: it ties sessions to the provider, for logout from either side and for step-up. */
@Injectable()
export class SignInEntries {
  constructor(
    private readonly sql: Sql,
    private readonly dataKey: PlatformDataKey,
    private readonly sessions: SessionStore,
  ) {}

  async make(entry: Omit<SignInEntry, 'id'>, { providerSession, logoutHint }: ExternalProof): Promise<string> {
    const id = uuid7();
    await this.forgetOld();
    const hint = logoutHint ? sealField(await this.dataKey.of('sso'), placeOf(id), JSON.stringify(logoutHint)) : null;
    await this.sql.house(
      `INSERT INTO sign_in_entry (id, connection_id, identity_id, user_id, provider_session, provider_hint, created_at)
       VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
      [id, entry.connectionId, entry.identityId, entry.userId, providerSession && tokenHash(providerSession), hint],
    );
    return id;
  }

  /** Found without a lock and deleted by primary key, so that nobody waits for the sign-in of somebody else. */
  private async forgetOld(): Promise<void> {
    const rows = await this.sql.house<{ id: string }>(
      `SELECT e.id FROM sign_in_entry e WHERE e.created_at < UTC_TIMESTAMP(6) - INTERVAL ${KEPT_DAYS} DAY
         AND NOT EXISTS (SELECT 1 FROM session s WHERE s.entry_id = e.id AND s.revoked_at IS NULL AND s.expires_at > UTC_TIMESTAMP(6)) LIMIT 100`,
    );
    if (rows.length === 0) return;
    await this.sql.house(
      `DELETE FROM sign_in_entry WHERE id IN (${rows.map(() => '?').join(', ')})`,
      rows.map(({ id }) => id),
    );
  }

  /** How this session came in; undefined for a local one. */
  async ofSession(sessionId: string): Promise<SignInEntry | undefined> {
    const [row] = await this.sql.house<SignInEntry>(
      `SELECT e.id, e.connection_id AS connectionId, e.identity_id AS identityId, e.user_id AS userId
       FROM sign_in_entry e JOIN session s ON s.entry_id = e.id WHERE s.id = ?`,
      [sessionId],
    );
    return row;
  }

  /** What the provider wants to see at a logout; only for handing it back to that provider. */
  async hintOf(entryId: string): Promise<Record<string, string> | null> {
    const [row] = await this.sql.house<{ hint: Buffer | null }>(
      'SELECT provider_hint AS hint FROM sign_in_entry WHERE id = ?',
      [entryId],
    );
    if (!row?.hint) return null;
    return JSON.parse(openText(await this.dataKey.of('sso'), placeOf(entryId), row.hint)) as Record<string, string>;
  }

  /** Ends the sessions of one provider session, or all of one identity; answers how many were alive. */
  async end(
    connectionId: string,
    { providerSession, identityId }: { providerSession?: string | null; identityId?: string | null },
  ): Promise<number> {
    const rows = await this.sql.house<{ id: string }>(
      `SELECT id FROM sign_in_entry WHERE connection_id = ? AND (? IS NULL OR provider_session = ?) AND (? IS NULL OR identity_id = ?)`,
      [connectionId, ...twice(providerSession ? tokenHash(providerSession) : null), ...twice(identityId ?? null)],
    );
    return this.sessions.revokeEntries(rows.map(({ id }) => id));
  }

  /** Ends every session that came in through the connection, except perhaps the present one. */
  async endAll(connectionId: string, except: string | null): Promise<number> {
    const rows = await this.sql.house<{ id: string }>('SELECT id FROM sign_in_entry WHERE connection_id = ?', [
      connectionId,
    ]);
    return this.sessions.revokeEntries(
      rows.map(({ id }) => id),
      except,
    );
  }
}

const twice = (value: unknown): unknown[] => [value, value];

const placeOf = (record: string): FieldPlace => ({
  organisation: PLATFORM_ORGANISATION,
  purpose: 'sso',
  type: 'sso-connection',
  record,
  field: 'access-token',
  revision: 1,
});
