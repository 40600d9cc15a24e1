import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { SignInSettings } from './sign-in-settings';

/** Whether a person must have a second factor: by the general rule, by one of their roles, or by name. */
@Injectable()
export class MfaDemand {
  constructor(
    private readonly sql: Sql,
    private readonly settings: SignInSettings,
  ) {}

  async of(userId: string): Promise<boolean> {
    if ((await this.settings.read()).requireMfa === 'everyone') return true;
    const [row] = await this.sql.house<{ demanded: number }>(
      `SELECT u.require_mfa OR EXISTS (SELECT 1 FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = u.id AND m.archived_at IS NULL AND r.require_mfa = 1) AS demanded
       FROM user_account u WHERE u.id = ? /* a person's own roles */`,
      [userId],
    );
    return Number(row?.demanded ?? 1) === 1;
  }

  /** Whether it must be one nobody can be talked out of: administrators and owners, where the rules say so. */
  async passkey(userId: string): Promise<boolean> {
    if ((await this.settings.read()).requirePasskey === 'nobody') return false;
    const [row] = await this.sql.house<{ demanded: number }>(
      `SELECT u.platform_admin OR EXISTS (SELECT 1 FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = u.id AND m.archived_at IS NULL AND r.template = 'owner') AS demanded
       FROM user_account u WHERE u.id = ? /* a person's own roles */`,
      [userId],
    );
    return Number(row?.demanded ?? 1) === 1;
  }
}
