import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Passwords } from '../../auth';

/** What lets a person in besides one of their identities. */
@Injectable()
export class WaysIn {
  constructor(
    private readonly sql: Sql,
    private readonly passwords: Passwords,
  ) {}

  /** True while another connection lets them in, or a password that still counts. */
  async besides(userId: string, identityId: string): Promise<boolean> {
    const others = await this.sql.house(
      `SELECT 1 FROM external_identity i JOIN sign_in_connection c ON c.id = i.connection_id
       WHERE i.user_id = ? AND i.id <> ? AND c.state = 'enabled' AND c.archived_at IS NULL LIMIT 1`,
      [userId, identityId],
    );
    return others.length > 0 || this.passwords.counts(userId);
  }
}
