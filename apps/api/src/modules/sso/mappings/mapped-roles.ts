import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { MappedMemberships } from '../../access';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';

/** Stands for everybody who comes in through the connection. */
export const EVERYBODY = '*';

/** A role that belonging to a group gives. */
export interface MappedRole {
  organisationId: string;
  roleId: string;
  group: string;
}

/** The roles somebody's groups give them, and keeping their memberships in step. */
@Injectable()
export class MappedRoles {
  constructor(
    private readonly sql: Sql,
    private readonly memberships: MappedMemberships,
  ) {}

  /** Every role these groups give; archived roles and organisations give nothing. */
  async of(connectionId: string, groups: readonly string[]): Promise<MappedRole[]> {
    const values = [...new Set([EVERYBODY, ...groups])];
    const found = await this.sql.house<MappedRole>(
      `SELECT g.organisation_id AS organisationId, g.role_id AS roleId, g.group_value AS \`group\`
       FROM group_mapping g JOIN role r ON r.id = g.role_id JOIN organisation o ON o.id = g.organisation_id
       WHERE g.connection_id = ? AND g.group_value IN (${values.map(() => '?').join(', ')})
         AND r.archived_at IS NULL AND o.archived_at IS NULL /* mappings of one connection */`,
      [connectionId, ...values],
    );
    // The database's comparison ignores accents and invisible characters: another group must not be taken for this one.
    const names = new Set(values.map(spelling));
    return found.filter(({ group }) => names.has(spelling(group)));
  }

  /** Makes the roles this connection gives to a person those of their groups, neither more nor fewer. */
  async follow(
    connection: SignInConnectionEntity,
    user: { id: string; name: string },
    groups: readonly string[],
  ): Promise<void> {
    const roles = await this.of(connection.id, groups);
    const unique = new Map(roles.map((role) => [`${role.organisationId} ${role.roleId}`, role]));
    await this.memberships.sync(user, giverOf(connection), [...unique.values()]);
  }

  /** Takes every role the connection gave to one person. */
  async none(connection: SignInConnectionEntity, user: { id: string; name: string }): Promise<void> {
    await this.memberships.sync(user, giverOf(connection), []);
  }

  /** Takes every role the connection gave, or the one role whose mapping ended. */
  async end(connection: SignInConnectionEntity, role?: { organisationId: string; roleId: string }): Promise<void> {
    await this.memberships.end(giverOf(connection), role);
  }
}

const giverOf = ({ id, kind }: SignInConnectionEntity): { source: 'sso' | 'ldap'; connectionId: string } => ({
  source: kind === 'ldap' ? 'ldap' : 'sso',
  connectionId: id,
});

const spelling = (group: string): string => group.normalize('NFC').toLowerCase();
