import { Injectable } from '@nestjs/common';
import { Repositories, Sql } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { UserEntity } from '../../access';
import type { BreakGlassAccountDto } from './break-glass.dto';

/** An administrator who can get in without any provider: active, with a local password and a second factor. */
const WORKS = `u.state = 'active' AND u.platform_admin = 1
  AND EXISTS (SELECT 1 FROM user_password p WHERE p.user_id = u.id)
  AND (EXISTS (SELECT 1 FROM user_totp t WHERE t.user_id = u.id AND t.state = 'active')
    OR EXISTS (SELECT 1 FROM user_passkey k WHERE k.user_id = u.id))`;

/** Accounts that always sign in with their password, so that a broken provider locks nobody out for good. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly sql: Sql,
    private readonly repositories: Repositories,
    private readonly events: EventRecorder,
  ) {}

  async includes(userId: string | null): Promise<boolean> {
    return (await this.sql.house('SELECT 1 FROM break_glass_account WHERE user_id = ?', [userId])).length > 0;
  }

  /** Everybody who is one or could be one, with whether it would work right now. */
  async list(): Promise<BreakGlassAccountDto[]> {
    const rows = await this.sql.house<
      Omit<BreakGlassAccountDto, 'chosen' | 'works'> & { chosen: number; works: number }
    >(
      `SELECT u.id AS userId, u.name, u.email, b.user_id IS NOT NULL AS chosen, ${WORKS} AS works
       FROM user_account u LEFT JOIN break_glass_account b ON b.user_id = u.id
       WHERE b.user_id IS NOT NULL OR (${WORKS}) ORDER BY u.name, u.id LIMIT 200`,
    );
    return rows.map((row) => ({ ...row, chosen: row.chosen === 1, works: row.works === 1 }));
  }

  async works(): Promise<boolean> {
    const rows = await this.sql.house(
      `SELECT 1 FROM break_glass_account b JOIN user_account u ON u.id = b.user_id WHERE ${WORKS} LIMIT 1`,
    );
    return rows.length > 0;
  }

  async choose(userId: string): Promise<void> {
    const user = await this.repositories.house(UserEntity).get(userId);
    const [able] = await this.sql.house(`SELECT 1 FROM user_account u WHERE u.id = ? AND ${WORKS}`, [userId]);
    if (!able)
      throw new Conflict('break_glass.unfit', {
        detail: `${user.name} cannot be one: it takes an active platform administrator with a password and a second factor.`,
      });
    await this.sql.house('INSERT IGNORE INTO break_glass_account (user_id) VALUES (?)', [userId]);
    this.note('sso.break_glass.chosen', user);
  }

  /** The last one stays while any domain is enforced. */
  async dismiss(userId: string): Promise<void> {
    const user = await this.repositories.house(UserEntity).get(userId);
    await this.hold();
    await this.sql.house('DELETE FROM break_glass_account WHERE user_id = ?', [userId]);
    await this.requireOne();
    this.note('sso.break_glass.dismissed', user);
  }

  /** Somebody who is off-boarded is none any more, also when they are invited again one day; the last one stays. */
  async forget(userId: string): Promise<void> {
    if (await this.includes(userId)) await this.dismiss(userId);
  }

  /** The same for whatever else would keep a chosen account from getting in. */
  async requireWayBack(userId: string): Promise<void> {
    if (await this.includes(userId)) await this.requireOne();
  }

  /** Whoever takes from these accounts follows whoever does it at the same time, so that each sees what is left. */
  private async hold(): Promise<void> {
    await this.sql.house('SELECT user_id FROM break_glass_account FOR UPDATE /* a handful of accounts */');
  }

  private async requireOne(): Promise<void> {
    await this.hold();
    if (!(await this.works()) && (await this.enforced()))
      throw new Conflict('break_glass.last', {
        detail: 'While a domain is enforced, one break-glass account that works stays. Choose another one first.',
      });
  }

  private async enforced(): Promise<boolean> {
    // A disabled connection enforces nothing.
    const rows = await this.sql.house(
      `SELECT 1 FROM sign_in_domain d JOIN sign_in_connection c ON c.id = d.connection_id
       WHERE d.enforced_from IS NOT NULL AND c.state = 'enabled' LIMIT 1`,
    );
    return rows.length > 0;
  }

  private note(action: string, user: UserEntity): void {
    this.events.record({ action, category: 'admin', target: { type: 'user', id: user.id, label: user.name } });
  }
}
