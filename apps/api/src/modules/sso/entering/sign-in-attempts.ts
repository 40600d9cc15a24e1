import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { PLATFORM_ORGANISATION, createToken, openText, sameBytes, sealField, tokenHash, uuid7 } from '@st0r/crypto';
import type { FieldPlace } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { PlatformDataKey } from '../../../platform/keys';
import { returnPath } from './return-path';
import { SsoRefused } from './sso-refused';

export const ATTEMPT_SECONDS = 600;

/** What somebody is sent to a provider for. */
export type AttemptPurpose = 'sign_in' | 'step_up' | 'link' | 'test';

/** A sign-in about to start. `userId` and `sessionId` name who asked, for everything but signing in itself. */
export interface NewAttempt {
  connectionId: string;
  purpose: AttemptPurpose;
  userId?: string | null;
  sessionId?: string | null;
  stepUpClass?: string | null;
  returnTo?: string | null;
}

/** A started attempt with the values only this browser can bring back. */
export interface StartedAttempt {
  id: string;
  /** For the cookie, and nowhere else. */
  secret: string;
  /** A value for one part of the protocol (`state`, `nonce`, `verifier`, `request`), 43 characters, unguessable. */
  value(part: string): string;
}

/** An attempt that has come back, and cannot a second time. */
export interface ClaimedAttempt extends Required<NewAttempt> {
  id: string;
  returnTo: string;
  createdAt: Date;
  value(part: string): string;
}

interface AttemptRow extends Required<NewAttempt> {
  id: string;
  returnTo: string;
  createdAt: string;
}

/**
 * Sign-ins under way. Everything the protocol wants to see again is derived from one secret in the browser's cookie, so
 * the database, and whoever steals it, holds nothing but a hash.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly sql: Sql,
    private readonly dataKey: PlatformDataKey,
  ) {}

  async start(attempt: NewAttempt): Promise<StartedAttempt> {
    const [id, secret] = [uuid7(), createToken()];
    await this.sql.house('DELETE FROM sign_in_attempt WHERE expires_at < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR LIMIT 100');
    await this.sql.house(
      `INSERT INTO sign_in_attempt (id, state_hash, connection_id, purpose, user_id, session_id, step_up_class, return_to, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL ${ATTEMPT_SECONDS} SECOND)`,
      [
        id,
        tokenHash(derived(secret, 'state')),
        attempt.connectionId,
        attempt.purpose,
        attempt.userId ?? null,
        attempt.sessionId ?? null,
        attempt.stepUpClass ?? null,
        returnPath(attempt.returnTo),
      ],
    );
    return { id, secret, value: (part) => derived(secret, part) };
  }

  /** The values of an attempt as the browser's cookie gives them, whether or not there is one. */
  valuesOf(secret: string): Pick<StartedAttempt, 'value'> {
    return { value: (part) => derived(secret, part) };
  }

  /** Takes the attempt that belongs to this state and this browser; of two who bring it, on whichever node, one gets it. */
  async claim(connectionId: string, state: string | undefined, secret: string | undefined): Promise<ClaimedAttempt> {
    if (!state || !secret || !sameBytes(Buffer.from(derived(secret, 'state')), Buffer.from(state))) throw unknown();
    const hash = tokenHash(state);
    const result = (await this.sql.house(
      `UPDATE sign_in_attempt SET used_at = UTC_TIMESTAMP(6)
       WHERE state_hash = ? AND connection_id = ? AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)`,
      [hash, connectionId],
    )) as unknown as { affectedRows: number };
    if (result.affectedRows !== 1) throw unknown();
    const [row] = await this.sql.house<AttemptRow>(
      `SELECT id, connection_id AS connectionId, purpose, user_id AS userId, session_id AS sessionId, step_up_class AS stepUpClass,
              return_to AS returnTo, created_at AS createdAt FROM sign_in_attempt WHERE state_hash = ?`,
      [hash],
    );
    if (!row) throw unknown();
    return { ...row, createdAt: utc(row.createdAt), value: (part) => derived(secret, part) };
  }

  /** Keeps what came of a test for the administrator who started it; sealed, because it holds somebody's claims. */
  async keepOutcome(id: string, outcome: object): Promise<void> {
    const sealed = sealField(await this.dataKey.of('sso'), placeOf(id), JSON.stringify(outcome));
    await this.sql.house('UPDATE sign_in_attempt SET outcome = ? WHERE id = ?', [sealed, id]);
  }

  /** What came of a test, `pending` while nobody is back, `gone` for an unknown or old one. */
  async outcomeOf<T>(id: string, connectionId: string, userId: string): Promise<T | 'pending' | 'gone'> {
    const [row] = await this.sql.house<{ outcome: Buffer | null; open: number }>(
      `SELECT outcome, expires_at > UTC_TIMESTAMP(6) AS open FROM sign_in_attempt
       WHERE id = ? AND connection_id = ? AND user_id = ? AND purpose = 'test'`,
      [id, connectionId, userId],
    );
    if (!row) return 'gone';
    if (!row.outcome) return Number(row.open) === 1 ? 'pending' : 'gone';
    return JSON.parse(openText(await this.dataKey.of('sso'), placeOf(id), row.outcome)) as T;
  }
}

const derived = (secret: string, part: string): string =>
  createHmac('sha256', secret).update(`st0r sign-in ${part}`).digest('base64url');

const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);

const unknown = (): SsoRefused =>
  new SsoRefused(
    'attempt_unknown',
    'This sign-in was started in another browser, came back before, or took longer than ten minutes.',
  );

const placeOf = (record: string): FieldPlace => ({
  organisation: PLATFORM_ORGANISATION,
  purpose: 'sso',
  type: 'sso-connection',
  record,
  field: 'body',
  revision: 1,
});
