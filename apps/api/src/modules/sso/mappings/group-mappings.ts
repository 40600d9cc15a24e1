import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Repositories, Sql } from '../../../platform/database';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { RoleEntity } from '../../access';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { GroupMappingCreateDto, GroupMappingDto } from './group-mapping.dto';
import { MappedRoles } from './mapped-roles';

interface MappingRow {
  id: string;
  group: string;
  organisationId: string;
  organisation: string;
  roleId: string;
  role: string;
}

/** Which groups give which roles. Making a mapping is granting: it takes what it gives, in that organisation. */
@Injectable()
export class GroupMappings {
  constructor(
    private readonly sql: Sql,
    private readonly repositories: Repositories,
    private readonly context: RequestContext,
    private readonly events: EventRecorder,
    private readonly roles: MappedRoles,
  ) {}

  async list(connectionId: string): Promise<GroupMappingDto[]> {
    const rows = await this.sql.house<MappingRow>(
      `SELECT g.id, g.group_value AS \`group\`, g.organisation_id AS organisationId, o.name AS organisation, g.role_id AS roleId, r.name AS role
       FROM group_mapping g JOIN organisation o ON o.id = g.organisation_id JOIN role r ON r.id = g.role_id
       WHERE g.connection_id = ? ORDER BY g.group_value, o.name, r.name LIMIT 5000 /* mappings of one connection */`,
      [connectionId],
    );
    return rows.map(shown);
  }

  /** The mappings that would give somebody with these groups a role. */
  async forGroups(connectionId: string, groups: readonly string[]): Promise<GroupMappingDto[]> {
    const roles = await this.roles.of(connectionId, groups);
    const given = new Set(roles.map(({ group, organisationId, roleId }) => [group, organisationId, roleId].join('\n')));
    const all = await this.list(connectionId);
    return all.filter(({ group, organisation, role }) => given.has([group, organisation.id, role.id].join('\n')));
  }

  async add(connection: SignInConnectionEntity, input: GroupMappingCreateDto): Promise<GroupMappingDto> {
    await this.requireAuthority(input.organisationId, input.roleId);
    const id = uuid7();
    const result = (await this.sql.house(
      `INSERT IGNORE INTO group_mapping (id, connection_id, group_value, organisation_id, role_id, created_at)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
      [id, connection.id, input.group, input.organisationId, input.roleId],
    )) as unknown as { affectedRows: number };
    if (result.affectedRows !== 1)
      throw new Conflict('mapping.exists', { detail: 'This group gives this role there already.' });
    const made = await this.get(connection.id, id);
    this.note('sso.mapping.created', connection, made);
    return made;
  }

  /** The role goes with the mapping at once; whoever has it through another mapping too gets it back when next seen. */
  async remove(connection: SignInConnectionEntity, id: string): Promise<void> {
    const mapping = await this.get(connection.id, id);
    const role = { organisationId: mapping.organisation.id, roleId: mapping.role.id };
    await this.requireAuthority(role.organisationId, role.roleId, 'taking');
    await this.sql.house('DELETE FROM group_mapping WHERE id = ? AND organisation_id = ?', [id, role.organisationId]);
    await this.roles.end(connection, role);
    this.note('sso.mapping.removed', connection, mapping);
  }

  private async get(connectionId: string, id: string): Promise<GroupMappingDto> {
    const found = (await this.list(connectionId)).find((mapping) => mapping.id === id);
    if (!found) throw new NotFound('mapping');
    return found;
  }

  /** An archived role can be taken, and not given. */
  private async requireAuthority(
    organisationId: string,
    roleId: string,
    what: 'giving' | 'taking' = 'giving',
  ): Promise<void> {
    const role = await this.repositories.house(RoleEntity).findOne({ id: roleId });
    if (!role || (what === 'giving' && role.archivedAt))
      throw Invalid.field('/roleId', 'not_found', 'There is no such role.');
    const held = this.context.actor.grants.get(organisationId)?.permissions as ReadonlySet<string> | undefined;
    const missing = ['member.manage', ...role.permissions].find((permission) => !held?.has(permission));
    if (missing)
      throw new Forbidden('role.beyond_own', {
        detail: `A mapping gives a role, so it takes the right to give it: you need "${missing}" in this organisation. Have it made by one of its owners, or given to you by one.`,
        params: { permission: missing },
      });
  }

  private note(action: string, connection: SignInConnectionEntity, mapping: GroupMappingDto): void {
    this.events.record({
      action,
      category: 'permission',
      organisationId: mapping.organisation.id,
      target: { type: 'sso.mapping', id: mapping.id, label: `${mapping.group} → ${mapping.role.name}` },
      details: {
        connectionId: connection.id,
        connection: connection.name,
        group: mapping.group,
        roleId: mapping.role.id,
      },
    });
  }
}

const shown = ({ id, group, organisationId, organisation, roleId, role }: MappingRow): GroupMappingDto => ({
  id,
  group,
  organisation: { id: organisationId, name: organisation, type: 'organisation' },
  role: { id: roleId, name: role, type: 'role' },
});
