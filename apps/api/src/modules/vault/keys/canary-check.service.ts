import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { openText, VaultOpenError } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { Log } from '../../../platform/http';
import { CANARY_WORD, canaryPlace, PlatformKeys, RootKeys, RootRing } from '../../../platform/keys';
import type { KeyPurpose } from './organisation-key.entity';
import { HouseScope } from './house-scope';

interface CanaryRow {
  id: string;
  organisationId: string;
  purpose: KeyPurpose;
  keyVersion: number;
  wrapped: Buffer;
  canary: Buffer;
}

/** A key that does not prove itself, and why. */
export interface SilentCanary {
  organisationId: string;
  purpose: string;
  keyVersion: number;
  reason: string;
}

const SAMPLE = 50;

/** Before the first answer: 50 organisation keys must open what they sealed, or the house stays closed. */
@Injectable()
export class CanaryCheck implements OnApplicationBootstrap {
  constructor(
    private readonly platform: PlatformKeys,
    private readonly ring: RootRing,
    private readonly roots: RootKeys,
    private readonly sql: Sql,
    private readonly house: HouseScope,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.ring.open();
    if (this.platform.sealedBecause) return;
    const { checked, silent } = await this.house.everywhere(() => this.check(SAMPLE));
    for (const one of silent)
      this.log.error(
        `Vault key ${one.purpose} v${one.keyVersion} of organisation ${one.organisationId}: ${one.reason}`,
      );
    // A ring that lacks one old root key closes only the organisations wrapped under it; they refuse one by one.
    const foreign = silent.some((one) => one.reason !== 'root-key');
    if (foreign || (checked > 0 && silent.length === checked)) this.platform.seal(SENTENCE);
  }

  /** Tries the canaries of the scope's keys, all or a random sample. */
  async check(sample?: number): Promise<{ checked: number; silent: SilentCanary[] }> {
    const rows = await this.sql.scoped<CanaryRow>(
      `SELECT id, organisation_id AS organisationId, purpose, key_version AS keyVersion, wrapped, canary
       FROM organisation_key WHERE organisation_id IN (:scope) AND state <> 'destroyed'
       ${sample ? 'ORDER BY RAND() LIMIT ?' : ''}`,
      sample ? [sample] : [],
    );
    const silent: SilentCanary[] = [];
    for (const row of rows) {
      const reason = await this.reasonOf(row);
      const { organisationId, purpose, keyVersion } = row;
      if (reason) silent.push({ organisationId, purpose, keyVersion, reason });
    }
    return { checked: rows.length, silent };
  }

  private async reasonOf(row: CanaryRow): Promise<string | null> {
    const { id, organisationId, purpose, keyVersion, wrapped, canary } = row;
    try {
      const slot = { organisation: organisationId, purpose, version: keyVersion };
      const key = await this.roots.unwrap(slot, wrapped);
      return openText(key, canaryPlace(organisationId, purpose, id), canary) === CANARY_WORD ? null : 'word';
    } catch (error) {
      if (error instanceof VaultOpenError) return error.reason;
      throw error;
    }
  }
}

const SENTENCE =
  'The root keyring does not open the vault of this database. Put back the keyring that belongs to it, then start again.';
