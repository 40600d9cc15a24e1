import { Injectable } from '@nestjs/common';
import { apiKeyHash, createApiKey } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { PlatformKeys } from '../../../platform/keys';

type Owner = { id: string; organisationId: string };

/** What a person copies once. */
export interface MadeSecret {
  readonly text: string;
  /** Its beginning, for lists. */
  readonly prefix: string;
}

/** The secrets of keys: made here, stored as hashes, never read back. */
@Injectable()
export class ApiKeySecrets {
  constructor(
    private readonly sql: Sql,
    private readonly keys: PlatformKeys,
  ) {}

  /** A new key text; `keep` it once the key's row is there. */
  make(): MadeSecret & { keep: (owner: Owner) => Promise<void> } {
    const { id, text } = createApiKey();
    return { text, prefix: text.slice(0, 15), keep: (owner) => this.store(id, text, owner) };
  }

  /** The newest secret goes on for some hours, all older ones end now: at no time are more than two good. */
  async supersede({ id, organisationId }: Owner, overlapHours: number): Promise<void> {
    await this.sql.house(
      `UPDATE api_key_secret SET ends_at = IF(ends_at IS NULL, UTC_TIMESTAMP(6) + INTERVAL ? HOUR, LEAST(ends_at, UTC_TIMESTAMP(6)))
       WHERE organisation_id = ? AND api_key_id = ?`,
      [overlapHours, organisationId, id],
    );
  }

  private async store(id: string, text: string, owner: Owner): Promise<void> {
    await this.sql.house(
      'INSERT INTO api_key_secret (id, organisation_id, api_key_id, hash, issued_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))',
      [id, owner.organisationId, owner.id, apiKeyHash(this.keys.pepper, text)],
    );
  }
}
