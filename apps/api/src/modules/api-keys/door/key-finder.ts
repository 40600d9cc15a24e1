import { Injectable } from '@nestjs/common';
import { apiKeyHash, apiKeyId, sameBytes } from '@st0r/crypto';
import { LIMITS_COLUMN, LimitRules } from '../../../platform/authorize';
import { Sql } from '../../../platform/database';
import { PlatformKeys } from '../../../platform/keys';

/** A key as it is found behind its secret, with the person it acts for. */
export interface FoundKey {
  id: string;
  organisationId: string;
  name: string;
  organisationIds: string[];
  scopes: string[];
  networks: string[];
  requestsPerMinute: number;
  expiresOn: string;
  suspendedAt: string | null;
  revokedAt: string | null;
  /** The secret was replaced, and its overlap is over. */
  replaced: boolean;
  ownerId: string;
  ownerName: string;
  ownerState: string;
  ownerEpoch: number;
}

type Row = Record<string, unknown>;
const NONE = Buffer.alloc(32);
const KEY = `k.id, k.organisation_id AS organisationId, k.name, k.organisation_ids AS organisationIds, k.scopes, k.networks,
  k.requests_per_minute AS requestsPerMinute, k.expires_on AS expiresOn, k.suspended_at AS suspendedAt, k.revoked_at AS revokedAt,
  u.id AS ownerId, u.name AS ownerName, u.state AS ownerState, u.authz_epoch AS ownerEpoch`;

/** Finds the key behind a secret. A wrong secret and an unknown id do the same work and get the same answer. */
@Injectable()
export class KeyFinder {
  constructor(
    private readonly sql: Sql,
    private readonly keys: PlatformKeys,
    private readonly limits: LimitRules,
  ) {}

  async find(text: string): Promise<FoundKey | undefined> {
    const id = apiKeyId(text);
    if (!id) return undefined;
    const [row] = await this.sql.house<Row & { hash: Buffer; limits: string | null }>(
      `SELECT s.hash, s.ends_at IS NOT NULL AND s.ends_at <= UTC_TIMESTAMP(6) AS replaced, ${KEY}, ${LIMITS_COLUMN}
       FROM api_key_secret s JOIN api_key k ON k.organisation_id = s.organisation_id AND k.id = s.api_key_id
       JOIN user_account u ON u.id = k.owner_id WHERE s.id = ? /* whose key this is */`,
      [id],
    );
    if (row) this.limits.heard(row.limits);
    // Hashed and compared in either case, so that time does not tell a known id from an unknown one.
    const right = sameBytes(apiKeyHash(this.keys.pepper, text), row?.hash ?? NONE);
    return row && right ? found(row) : undefined;
  }

  /** The key itself, for work it asked for earlier. */
  async byId(id: string): Promise<FoundKey | undefined> {
    const [row] = await this.sql.house<Row>(
      `SELECT 0 AS replaced, ${KEY} FROM api_key k JOIN user_account u ON u.id = k.owner_id WHERE k.id = ? /* whose key this is */`,
      [id],
    );
    return row && found(row);
  }
}

function found({ hash: _hash, limits: _limits, ...row }: Row): FoundKey {
  const list = (name: string): string[] => JSON.parse(String(row[name])) as string[];
  return {
    ...(row as unknown as FoundKey),
    organisationIds: list('organisationIds'),
    scopes: list('scopes'),
    networks: list('networks'),
    replaced: Number(row['replaced']) === 1,
  };
}
