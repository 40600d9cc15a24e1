import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { KnownPerson, Role } from './sync-plan';

/** An account as it is now, locked until the unit of work ends. */
export interface Account {
  state: string;
  /** Disabled by a sync, and not touched since. */
  left: boolean;
}

const TOGETHER = 500;

/** What a plan rests on, read again in the unit of work that carries it out: reading a directory takes minutes. */
@Injectable()
export class PlanGround {
  constructor(private readonly sql: Sql) {}

  /** The accounts of these people. */
  async accounts({ id }: SignInConnectionEntity, people: readonly KnownPerson[]): Promise<Map<string, Account>> {
    const found = new Map<string, Account>();
    for (let at = 0; at < people.length; at += TOGETHER) {
      const ids = people.slice(at, at + TOGETHER).map(({ userId }) => userId);
      const rows = await this.sql.house<{ id: string; state: string; left: number }>(
        `SELECT u.id, u.state, d.user_version <=> u.version AS \`left\`
         FROM user_account u LEFT JOIN directory_departure d ON d.connection_id = ? AND d.user_id = u.id
         WHERE u.id IN (${ids.map(() => '?').join(', ')}) FOR UPDATE`,
        [id, ...ids],
      );
      for (const { id: userId, state, left } of rows) found.set(userId, { state, left: left === 1 });
    }
    return found;
  }

  /** Every role somebody holds. */
  roles(userId: string): Promise<Role[]> {
    return this.sql.house<Role>(
      "SELECT organisation_id AS organisationId, role_id AS roleId FROM membership WHERE user_id = ? AND archived_at IS NULL /* a person's own roles */",
      [userId],
    );
  }
}
