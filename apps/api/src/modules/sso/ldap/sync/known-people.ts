import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import { MappedMemberships } from '../../../access';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { KnownPerson, Mapping, Role } from './sync-plan';

interface Row {
  userId: string;
  name: string;
  state: string;
  subject: string;
  left: number;
}

/** Everybody who has an account here through a directory, with the roles it gave them, and what its groups give. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly sql: Sql,
    private readonly memberships: MappedMemberships,
  ) {}

  /** Break-glass accounts are for the day a directory is wrong, so none of them is taken into account. */
  async of({ id }: SignInConnectionEntity): Promise<KnownPerson[]> {
    const rows = await this.sql.house<Row>(
      `SELECT i.user_id AS userId, u.name, u.state, i.subject, d.user_version <=> u.version AS \`left\`
       FROM external_identity i JOIN user_account u ON u.id = i.user_id
       LEFT JOIN directory_departure d ON d.connection_id = i.connection_id AND d.user_id = i.user_id
       WHERE i.connection_id = ? AND NOT EXISTS (SELECT 1 FROM break_glass_account b WHERE b.user_id = i.user_id)`,
      [id],
    );
    const roles = await this.rolesOf(id);
    const people = new Map<string, KnownPerson & { keys: string[] }>();
    for (const { userId, name, state, subject, left } of rows) {
      const person = people.get(userId);
      if (person) person.keys.push(subject);
      else
        people.set(userId, { userId, name, state, keys: [subject], left: left === 1, roles: roles.get(userId) ?? [] });
    }
    return [...people.values()];
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

  private async rolesOf(connectionId: string): Promise<Map<string, Role[]>> {
    const roles = new Map<string, Role[]>();
    for (const { userId, ...role } of await this.memberships.given({ source: 'ldap', connectionId }))
      roles.set(userId, [...(roles.get(userId) ?? []), role]);
    return roles;
  }
}
