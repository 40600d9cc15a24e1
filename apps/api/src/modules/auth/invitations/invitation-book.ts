import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import type { INVITATION_MAILS } from './open-invitation.dto';

/** Roles a list shows at most; those given last come first. */
const MOST = 1000;

/** One role that waits for somebody, with the facts of their link. */
export interface WaitingRole {
  userId: string;
  email: string;
  name: string;
  membershipId: string;
  organisationId: string;
  organisation: string;
  roleId: string;
  role: string;
  permissions: string;
  validUntil: string | null;
  invitedBy: string | null;
  sentAt: string | null;
  until: string | null;
  good: number;
  mail: (typeof INVITATION_MAILS)[number] | null;
}

/** Who was invited where and by whom, as far as the scope goes. */
@Injectable()
export class InvitationBook {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  /** Notes who sends it; an invitation sent anew is theirs. */
  async note(organisationId: string, userId: string): Promise<void> {
    const { id, name, type } = this.context.actor;
    await this.sql.house(
      `INSERT INTO invitation (organisation_id, user_id, invited_by, invited_by_name, sent_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))
       ON DUPLICATE KEY UPDATE invited_by = VALUES(invited_by), invited_by_name = VALUES(invited_by_name), sent_at = VALUES(sent_at)`,
      [organisationId, userId, type === 'system' ? null : id, name],
    );
  }

  /** Roles of everybody who has not accepted yet, or of one of them. */
  async waiting(userId: string | null = null): Promise<WaitingRole[]> {
    return this.sql.scoped<WaitingRole>(
      `SELECT u.id AS userId, u.email, u.name, m.id AS membershipId, m.organisation_id AS organisationId, o.name AS organisation,
         m.role_id AS roleId, r.name AS role, r.permissions, m.valid_until AS validUntil, i.invited_by_name AS invitedBy, i.sent_at AS sentAt,
         l.expires_at AS until, l.used_at IS NULL AND l.expires_at > UTC_TIMESTAMP(6) AS good, p.state AS mail
       FROM membership m JOIN user_account u ON u.id = m.user_id JOIN role r ON r.id = m.role_id JOIN organisation o ON o.id = m.organisation_id
       LEFT JOIN invitation i ON i.organisation_id = m.organisation_id AND i.user_id = m.user_id
       LEFT JOIN sign_in_link l ON l.user_id = m.user_id AND l.kind = 'invitation' LEFT JOIN mail p ON p.id = l.mail_id
       WHERE m.organisation_id IN (:scope) AND m.archived_at IS NULL AND u.state = 'invited' AND (? IS NULL OR u.id = ?)
       ORDER BY m.created_at DESC, m.id DESC LIMIT ${MOST}`,
      [userId, userId],
    );
  }

  /** True where the person would come in with more than what waits for them in the scope. */
  async invitedBeyond(userId: string): Promise<boolean> {
    const [account] = await this.sql.house<{ platformAdmin: number }>(
      'SELECT platform_admin AS platformAdmin FROM user_account WHERE id = ?',
      [userId],
    );
    if (Number(account?.platformAdmin ?? 0) === 1) return true;
    const rows = await this.sql.house<{ organisationId: string; permissions: string }>(
      `SELECT m.organisation_id AS organisationId, r.permissions FROM membership m JOIN role r ON r.id = m.role_id
       WHERE m.user_id = ? AND m.archived_at IS NULL /* a person's own roles */`,
      [userId],
    );
    return rows.some((row) => !this.grantable(row));
  }

  /** Whether the actor holds all that a role gives there. */
  grantable({ organisationId, permissions }: { organisationId: string; permissions: string }): boolean {
    const held = this.context.actor.grants.get(organisationId)?.permissions;
    return (JSON.parse(permissions) as string[]).every((code) => held?.has(code as never) === true);
  }
}
