import { Injectable } from '@nestjs/common';
import { createToken, tokenHash } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';

/** What a link is for, and how long it lives. */
const LIFETIME_MINUTES = { invitation: 72 * 60, reset: 30, setup: 24 * 60 } as const;
export type LinkKind = keyof typeof LIFETIME_MINUTES;

/** A link that is still good. */
export interface OpenLink {
  kind: LinkKind;
  userId: string | null;
}

/** One-time links: only their hash is kept, each works once and runs out. */
@Injectable()
export class SignInLinks {
  constructor(private readonly sql: Sql) {}

  /** Makes a link; older ones of the same kind for the same person stop working. */
  async make(kind: LinkKind, userId: string | null): Promise<string> {
    const token = createToken();
    if (userId) await this.sql.holdPerson(userId);
    await this.sql.house('DELETE FROM sign_in_link WHERE kind = ? AND user_id <=> ?', [kind, userId]);
    await this.sql.house(
      'INSERT INTO sign_in_link (hash, kind, user_id, expires_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MINUTE)',
      [tokenHash(token), kind, userId, LIFETIME_MINUTES[kind]],
    );
    return token;
  }

  /** Notes the mail a link left with. */
  async travelsWith(token: string, mailId: string): Promise<void> {
    await this.sql.house('UPDATE sign_in_link SET mail_id = ? WHERE hash = ?', [mailId, tokenHash(token)]);
  }

  /** No link of this kind gets the person in any more. */
  async forget(kind: LinkKind, userId: string): Promise<void> {
    await this.sql.house('DELETE FROM sign_in_link WHERE kind = ? AND user_id = ?', [kind, userId]);
  }

  /** Looks without using it up. */
  async peek(token: string): Promise<OpenLink> {
    const [link] = await this.sql.house<OpenLink>(
      'SELECT kind, user_id AS userId FROM sign_in_link WHERE hash = ? AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)',
      [tokenHash(token)],
    );
    if (!link) throw gone();
    return link;
  }

  /** Uses the link up; of two at the same time one gets in. */
  async use(token: string, kind: LinkKind): Promise<OpenLink> {
    const link = await this.peek(token);
    if (link.userId) await this.sql.holdPerson(link.userId);
    const result = (await this.sql.house(
      'UPDATE sign_in_link SET used_at = UTC_TIMESTAMP(6) WHERE hash = ? AND kind = ? AND used_at IS NULL',
      [tokenHash(token), kind],
    )) as unknown as { affectedRows: number };
    if (result.affectedRows !== 1) throw gone();
    return link;
  }
}

const gone = (): DomainError =>
  new DomainError('NotFound', 'link.gone', {
    status: 410,
    detail: 'This link was used already or has run out. Ask for a new one.',
  });
