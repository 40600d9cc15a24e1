import { Injectable } from '@nestjs/common';
import { createToken, tokenHash } from '@st0r/crypto';
import { Sql } from '../../../platform/database';

/** As long as mails are tried again for a night, and no longer than anybody remembers what they asked for. */
const LIFETIME_HOURS = 24;

/**
 * What an account is like, as far as it says that somebody else may have taken it over, or its person has taken it back. A
 * change that was asked for before any of it is worth nothing.
 */
const STAMP = `UNHEX(SHA2(CONCAT_WS('|', u.email, u.state,
  IFNULL((SELECT p.changed_at FROM user_password p WHERE p.user_id = u.id), '-'),
  IFNULL((SELECT t.created_at FROM user_totp t WHERE t.user_id = u.id AND t.state = 'active'), '-'),
  IFNULL((SELECT GROUP_CONCAT(k.id ORDER BY k.id) FROM user_passkey k WHERE k.user_id = u.id), '-')), 256))`;

const GOOD = `c.expires_at > UTC_TIMESTAMP(6) AND c.stamp = ${STAMP}`;
const FOUND = `SELECT c.user_id AS userId, c.email, c.asked_at AS askedAt, c.expires_at AS expiresAt
  FROM email_change c JOIN user_account u ON u.id = c.user_id`;

type Changed = { affectedRows: number };

/** A change that is still good. */
export interface OpenEmailChange {
  userId: string;
  email: string;
  askedAt: string;
  expiresAt: string;
}

/** The secrets of the two links, each for one mailbox. */
export interface EmailChangeTokens {
  confirm: string;
  stop: string;
}

/** Which of the two links somebody holds. */
export type EmailChangeLinkKind = keyof EmailChangeTokens;

const HASH: Record<EmailChangeLinkKind, string> = { confirm: 'c.confirm_hash', stop: 'c.stop_hash' };

/** Changes of e-mail addresses that were asked for: of each link only the hash is kept, and both die together. */
@Injectable()
export class EmailChangeBook {
  constructor(private readonly sql: Sql) {}

  /** Nobody moves the account until this is committed: what is read of it from here on stays true. */
  hold(userId: string): Promise<void> {
    return this.sql.holdPerson(userId);
  }

  /** Keeps a change of somebody who is held; an older one of theirs stops working. */
  async keep(userId: string, email: string): Promise<EmailChangeTokens> {
    const tokens = { confirm: createToken(), stop: createToken() };
    await this.end(userId);
    await this.sql.house('DELETE FROM email_change WHERE expires_at < UTC_TIMESTAMP(6) LIMIT 20');
    await this.sql.house(
      `INSERT INTO email_change (user_id, email, confirm_hash, stop_hash, stamp, asked_at, expires_at)
       SELECT u.id, ?, ?, ?, ${STAMP}, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL ${LIFETIME_HOURS} HOUR
       FROM user_account u WHERE u.id = ?`,
      [email, tokenHash(tokens.confirm), tokenHash(tokens.stop), userId],
    );
    return tokens;
  }

  async of(userId: string): Promise<OpenEmailChange | undefined> {
    const [change] = await this.sql.house<OpenEmailChange>(`${FOUND} WHERE c.user_id = ? AND ${GOOD}`, [userId]);
    return change;
  }

  /** Looks without using it up. */
  async by(kind: EmailChangeLinkKind, token: string): Promise<OpenEmailChange | undefined> {
    const [change] = await this.sql.house<OpenEmailChange>(`${FOUND} WHERE ${HASH[kind]} = ? AND ${GOOD}`, [
      tokenHash(token),
    ]);
    return change;
  }

  /** Uses a link up; of two at the same time one gets it. The statement looks at the account as it is by then. */
  async take(kind: EmailChangeLinkKind, token: string, { userId }: OpenEmailChange): Promise<boolean> {
    await this.sql.holdPerson(userId);
    const result = (await this.sql.house(
      `DELETE c FROM email_change c JOIN user_account u ON u.id = c.user_id WHERE ${HASH[kind]} = ? AND ${GOOD}`,
      [tokenHash(token)],
    )) as unknown as Changed;
    return result.affectedRows === 1;
  }

  /** Nothing that was asked for is confirmed any more; answers whether there was anything. */
  async end(userId: string): Promise<boolean> {
    const result = (await this.sql.house('DELETE FROM email_change WHERE user_id = ?', [userId])) as unknown as Changed;
    return result.affectedRows === 1;
  }

  /** Whether the address is somebody's sign-in name, in any spelling the database takes for the same. */
  async taken(email: string, byOtherThan: string): Promise<boolean> {
    const rows = await this.sql.house('SELECT 1 FROM user_account WHERE email = ? AND id <> ?', [email, byOtherThan]);
    return rows.length > 0;
  }
}
