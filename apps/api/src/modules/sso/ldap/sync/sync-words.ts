import { Injectable } from '@nestjs/common';
import { Sql } from '../../../../platform/database';
import type { DirectorySyncChangeDto } from './directory-sync.dto';
import type { PersonPlan, Role } from './sync-plan';

/** A plan as a list people can read: one line for each change. */
@Injectable()
export class SyncWords {
  constructor(private readonly sql: Sql) {}

  async of(plans: readonly PersonPlan[]): Promise<DirectorySyncChangeDto[]> {
    const touched = plans.flatMap(({ give, take, keep }) => [...give, ...take, ...keep]);
    const organisations = await this.names(
      'organisation',
      touched.map(({ organisationId }) => organisationId),
    );
    const roles = await this.names(
      'role',
      touched.map(({ roleId }) => roleId),
    );
    const named = ({ organisationId, roleId }: Role) => ({
      organisation: organisations.get(organisationId) ?? null,
      role: roles.get(roleId) ?? null,
    });
    return plans.flatMap(({ person: { userId, name: person }, act, give, take, keep }) => [
      ...(act ? [{ act, userId, person, organisation: null, role: null }] : []),
      ...give.map((role) => ({ act: 'give' as const, userId, person, ...named(role) })),
      ...take.map((role) => ({ act: 'take' as const, userId, person, ...named(role) })),
      ...keep.map((role) => ({ act: 'keep' as const, userId, person, ...named(role) })),
    ]);
  }

  private async names(table: 'organisation' | 'role', ids: readonly string[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.sql.house<{ id: string; name: string }>(
      `SELECT id, name FROM ${table} WHERE id IN (${wanted.map(() => '?').join(', ')})`,
      wanted,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
