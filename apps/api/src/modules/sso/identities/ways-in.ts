import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { PasswordPlaces, Passwords } from '../../auth';

/** What lets a person in besides one of their identities. */
@Injectable()
export class WaysIn {
  constructor(
    private readonly sql: Sql,
    private readonly passwords: Passwords,
    private readonly places: PasswordPlaces,
  ) {}

  /** True while another connection lets them in, or a password that still counts. */
  async besides(userId: string, identityId: string): Promise<boolean> {
    const [row] = await this.sql.house<{ email: string; ways: number }>(
      `SELECT u.email, (SELECT COUNT(*) FROM external_identity i JOIN sign_in_connection c ON c.id = i.connection_id
         WHERE i.user_id = u.id AND i.id <> ? AND c.state = 'enabled' AND c.archived_at IS NULL) AS ways
       FROM user_account u WHERE u.id = ?`,
      [identityId, userId],
    );
    if (Number(row?.ways) > 0) return true;
    return (await this.passwords.exists(userId)) && !(await this.places.closed(row?.email ?? '', userId));
  }
}
