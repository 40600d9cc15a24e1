import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { RequestContext } from '../../../platform/context';
import { Repositories, Sql } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { ReachingApiKeyDto } from './api-key.dto';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeyEvents } from './api-key-events';
import { stateOf, today } from './api-key-state';

type Row = Record<string, unknown> & { organisationIds: string };
const MOST = 500;

/** Keys that another organisation manages and that reach into this one: seen here, and cut off here. */
@Injectable()
export class ReachingKeys {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly repositories: Repositories,
    private readonly events: ApiKeyEvents,
  ) {}

  async list(): Promise<ReachingApiKeyDto[]> {
    const { scope } = this.context;
    const rows = await this.sql.house<Row>(
      `SELECT id, name, owner_name AS ownerName, organisation_ids AS organisationIds, scopes, expires_on AS expiresOn,
              revoked_at AS revokedAt, suspended_at AS suspendedAt, last_used_at AS lastUsedAt
       FROM api_key WHERE organisation_id NOT IN (${marks(scope)}) AND archived_at IS NULL AND JSON_OVERLAPS(organisation_ids, ?)
       ORDER BY name, id LIMIT ${MOST} /* keys that reach into these organisations */`,
      [...scope, JSON.stringify(scope)],
    );
    return rows.map((row) =>
      present(ReachingApiKeyDto, {
        ...row,
        organisationIds: (JSON.parse(row.organisationIds) as string[]).filter((id) => scope.includes(id)),
        state: stateOf(row as never, today()),
      }),
    );
  }

  /** Takes the organisations asked for out of a key of somebody else; both sides read it in their log. */
  async cutOff(id: string): Promise<void> {
    const cut = [...this.context.scope];
    const [found] = await this.sql.house<{ organisationId: string }>(
      `SELECT organisation_id AS organisationId FROM api_key WHERE id = ? AND organisation_id NOT IN (${marks(cut)})
       AND JSON_OVERLAPS(organisation_ids, ?) /* keys that reach into these organisations */`,
      [id, ...cut, JSON.stringify(cut)],
    );
    if (!found) throw new NotFound('api_key');
    this.context.limitTo([found.organisationId]);
    const keys = this.repositories.of(ApiKeyEntity);
    const row = await keys.get(id);
    const gone = row.organisationIds.filter((one) => cut.includes(one));
    await keys.update(row, { organisationIds: row.organisationIds.filter((one) => !gone.includes(one)) });
    for (const organisationId of [row.organisationId, ...gone])
      this.events.record('cut_off', row, { organisationId, details: { organisationIds: gone } });
    this.context.limitTo(cut);
  }
}

const marks = (values: readonly unknown[]): string => (values.length > 0 ? values.map(() => '?').join(', ') : 'NULL');
