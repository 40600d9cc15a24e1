import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import type { RefDto } from '../../../platform/resource';

/** Names of organisations, as far as the person asking has a role in them. */
@Injectable()
export class OrganisationNames {
  constructor(
    private readonly context: RequestContext,
    private readonly sql: Sql,
  ) {}

  async visible(): Promise<ReadonlyMap<string, RefDto>> {
    const ids = [...this.context.actor.grants.keys()];
    if (ids.length === 0) return new Map();
    const rows = await this.sql.house<{ id: string; name: string }>(
      `SELECT id, name FROM organisation WHERE id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    return new Map(rows.map(({ id, name }) => [id, { id, name, type: 'organisation' }]));
  }
}
