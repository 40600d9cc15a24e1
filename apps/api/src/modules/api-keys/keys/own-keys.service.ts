import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { OwnApiKeyDto } from './own-key.dto';
import { stateOf, today } from './api-key-state';

const MOST = 500;

/** The keys a person made, wherever; seen by them even where they no longer manage keys. */
@Injectable()
export class OwnKeys {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  async list(): Promise<OwnApiKeyDto[]> {
    const rows = await this.sql.house<object>(
      `SELECT k.id, k.organisation_id AS organisationId, o.name AS organisation, k.name, k.prefix, k.scopes, k.expires_on AS expiresOn,
              k.revoked_at AS revokedAt, k.suspended_at AS suspendedAt, k.last_used_at AS lastUsedAt, k.last_used_ip AS lastUsedIp
       FROM api_key k JOIN organisation o ON o.id = k.organisation_id
       WHERE k.owner_id = ? ORDER BY k.archived_at IS NOT NULL, k.name, k.id LIMIT ${MOST} /* a person’s own keys */`,
      [this.context.actor.id],
    );
    return rows.map((row) => present(OwnApiKeyDto, { ...row, state: stateOf(row as never, today()) }));
  }
}
