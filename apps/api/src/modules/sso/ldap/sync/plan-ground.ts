import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SsoRefused } from '../../entering/sso-refused';
import type { KnownPerson, Role } from './sync-plan';

/** A look under way: the connection as it was read, and when reading began. */
export interface Look {
  connection: SignInConnectionEntity;
  since: string;
}

/** An account as it is now, locked until the unit of work ends. */
export interface Account {
  state: string;
  /** A sync found that the person left, and nobody has changed the account since. */
  left: boolean;
  /** What it was before that. */
  before: string | null;
}

const TOGETHER = 500;
const MARKS = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** What a plan rests on, read again in the unit of work that carries it out: reading a directory takes minutes. */
@Injectable()
export class PlanGround {
  constructor(private readonly sql: Sql) {}

  /** When a look begins, by the clock that says when somebody came in. */
  async now(): Promise<string> {
    const [row] = await this.sql.house<{ now: string }>('SELECT CAST(UTC_TIMESTAMP(6) AS CHAR) AS now');
    return row?.now ?? '';
  }

  /** Throws unless the connection is enabled and as it was read; it stays so until the unit of work ends. */
  async requireConnection({ connection: { id, version } }: Look): Promise<void> {
    const [row] = await this.sql.house<{ version: number; state: string }>(
      'SELECT version, state FROM sign_in_connection WHERE id = ? AND archived_at IS NULL LOCK IN SHARE MODE',
      [id],
    );
    if (row?.version === version && row.state === 'enabled') return;
    throw new SsoRefused(
      'connection_off',
      'The connection was changed or disabled while its directory was being read. Nothing more is changed by what was read; the next look begins anew.',
    );
  }

  /** The accounts of those people for whom the plan still stands: the same identities, and nobody who came in meanwhile. */
  async accounts({ connection: { id }, since }: Look, people: readonly KnownPerson[]): Promise<Map<string, Account>> {
    const found = new Map<string, Account>();
    for (let at = 0; at < people.length; at += TOGETHER) {
      const same = await this.unchanged(id, since, people.slice(at, at + TOGETHER));
      if (same.length === 0) continue;
      const rows = await this.sql.house<{ userId: string; state: string; left: number; before: string | null }>(
        `SELECT u.id AS userId, u.state, d.user_version <=> u.version AS \`left\`, d.state_before AS \`before\`
         FROM user_account u LEFT JOIN directory_departure d ON d.connection_id = ? AND d.user_id = u.id
         WHERE u.id IN (${MARKS(same)}) AND NOT EXISTS (SELECT 1 FROM break_glass_account b WHERE b.user_id = u.id) FOR UPDATE`,
        [id, ...same],
      );
      for (const { userId, left, ...own } of rows) found.set(userId, { ...own, left: left === 1 });
    }
    return found;
  }

  /** The roles that mappings of this connection give in one organisation right now. */
  async mapped({ connection }: Look, organisationId: string): Promise<Role[]> {
    return this.sql.house<Role>(
      `SELECT g.organisation_id AS organisationId, g.role_id AS roleId
       FROM group_mapping g JOIN role r ON r.id = g.role_id JOIN organisation o ON o.id = g.organisation_id
       WHERE g.connection_id = ? AND g.organisation_id = ? AND r.archived_at IS NULL AND o.archived_at IS NULL
       LOCK IN SHARE MODE /* mappings of one connection */`,
      [connection.id, organisationId],
    );
  }

  /** Every role somebody holds. */
  roles(userId: string): Promise<Role[]> {
    return this.sql.house<Role>(
      "SELECT organisation_id AS organisationId, role_id AS roleId FROM membership WHERE user_id = ? AND archived_at IS NULL /* a person's own roles */",
      [userId],
    );
  }

  private async unchanged(connectionId: string, since: string, people: readonly KnownPerson[]): Promise<string[]> {
    const ids = people.map(({ userId }) => userId);
    const rows = await this.sql.house<{ userId: string; subject: string; seen: number | null }>(
      `SELECT user_id AS userId, subject, last_seen_at > ? AS seen FROM external_identity
       WHERE connection_id = ? AND user_id IN (${MARKS(ids)}) FOR UPDATE`,
      [since, connectionId, ...ids],
    );
    const now = Map.groupBy(rows, ({ userId }) => userId);
    return people
      .filter(({ userId, keys }) => {
        const own = now.get(userId) ?? [];
        return own.length === keys.length && own.every(({ subject, seen }) => seen !== 1 && keys.includes(subject));
      })
      .map(({ userId }) => userId);
  }
}
