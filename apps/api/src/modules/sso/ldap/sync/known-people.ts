import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { LastOnes, Owner } from './last-ones';
import type { KnownPerson, Mapping, Role } from './sync-plan';

interface Row {
  userId: string;
  name: string;
  state: string;
  subject: string;
  left: number;
  administrator: number;
}

interface HeldRow extends Role {
  userId: string;
  /** Given by this connection, and not by hand or by another one. */
  own: number;
}

/** Everybody who has an account here through a directory, with the roles it gave them, and what its groups give. */
@Injectable()
export class KnownPeople {
  constructor(private readonly sql: Sql) {}

  /** Break-glass accounts are for the day a directory is wrong, so none of them is taken into account. */
  async of({ id }: SignInConnectionEntity): Promise<KnownPerson[]> {
    const rows = await this.sql.house<Row>(
      `SELECT i.user_id AS userId, u.name, u.state, u.platform_admin AS administrator, i.subject, d.user_version <=> u.version AS \`left\`
       FROM external_identity i JOIN user_account u ON u.id = i.user_id
       LEFT JOIN directory_departure d ON d.connection_id = i.connection_id AND d.user_id = i.user_id
       WHERE i.connection_id = ? AND NOT EXISTS (SELECT 1 FROM break_glass_account b WHERE b.user_id = i.user_id)`,
      [id],
    );
    const held = Map.groupBy(await this.heldBy(id), ({ userId }) => userId);
    return [...Map.groupBy(rows, ({ userId }) => userId).values()].map((own) => personOf(own, held));
  }

  /** What groups give right now; archived roles and organisations give nothing. */
  mappings({ id }: SignInConnectionEntity): Promise<Mapping[]> {
    return this.sql.house<Mapping>(
      `SELECT g.organisation_id AS organisationId, g.role_id AS roleId, g.group_value AS \`group\`
       FROM group_mapping g JOIN role r ON r.id = g.role_id JOIN organisation o ON o.id = g.organisation_id
       WHERE g.connection_id = ? AND r.archived_at IS NULL AND o.archived_at IS NULL /* mappings of one connection */`,
      [id],
    );
  }

  /** Who there is left to administer the platform, and to own each client: active, and without an end. */
  async lastOnes(): Promise<LastOnes> {
    const administrators = await this.sql.house<{ id: string }>(
      "SELECT id FROM user_account WHERE platform_admin = 1 AND state = 'active'",
    );
    const owners = await this.sql.house<Owner>(
      `SELECT m.user_id AS userId, m.organisation_id AS organisationId, m.role_id AS roleId
       FROM membership m JOIN role r ON r.id = m.role_id JOIN user_account u ON u.id = m.user_id
       WHERE r.template = 'owner' AND m.archived_at IS NULL AND u.state = 'active' AND m.valid_until IS NULL
         AND (m.valid_from IS NULL OR m.valid_from <= UTC_DATE()) /* holders of a role */`,
    );
    return { administrators: administrators.map(({ id }) => id), owners };
  }

  private heldBy(connectionId: string): Promise<HeldRow[]> {
    return this.sql.house<HeldRow>(
      `SELECT DISTINCT m.user_id AS userId, m.organisation_id AS organisationId, m.role_id AS roleId,
              m.source = 'ldap' AND m.connection_id = i.connection_id AS own
       FROM membership m JOIN external_identity i ON i.user_id = m.user_id
       WHERE i.connection_id = ? AND m.archived_at IS NULL /* holders of a role */`,
      [connectionId],
    );
  }
}

/** Somebody with all their identities in one directory, nearly always one. */
function personOf(rows: readonly Row[], all: ReadonlyMap<string, readonly HeldRow[]>): KnownPerson {
  const [{ userId, name, state, left, administrator }] = rows as readonly [Row, ...Row[]];
  const held = all.get(userId) ?? [];
  const keys = rows.map(({ subject }) => subject);
  const roleOf = ({ organisationId, roleId }: HeldRow): Role => ({ organisationId, roleId });
  return {
    userId,
    name,
    state,
    keys,
    left: left === 1,
    administrator: Number(administrator) === 1,
    held: held.map(roleOf),
    roles: held.filter(({ own }) => own === 1).map(roleOf),
  };
}
