import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, createDataKey, unwrapKey, wrapKey, type DataKey, type Purpose } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { PlatformKeys } from '../../../platform/keys';

/** Data keys of the installation itself, wrapped under the root key; one per purpose, made on first use. */
@Injectable()
export class PlatformDataKey {
  private readonly opened = new Map<Purpose, DataKey>();

  constructor(
    private readonly sql: Sql,
    private readonly keys: PlatformKeys,
  ) {}

  async of(purpose: Purpose): Promise<DataKey> {
    const known = this.opened.get(purpose);
    if (known) return known;
    const slot = { organisation: PLATFORM_ORGANISATION, purpose, version: 1 };
    const find = () =>
      this.sql.house<{ wrapped: Buffer }>('SELECT wrapped FROM platform_key WHERE purpose = ? AND version = 1', [
        purpose,
      ]);
    let [row] = await find();
    if (!row) {
      // Two processes may make one at the same time; the first row stays and both use it.
      await this.sql.house('INSERT IGNORE INTO platform_key (purpose, version, wrapped) VALUES (?, 1, ?)', [
        purpose,
        wrapKey(this.keys.keyring, slot, createDataKey(1)),
      ]);
      [row] = await find();
    }
    const key = unwrapKey(this.keys.keyring, slot, row!.wrapped);
    this.opened.set(purpose, key);
    return key;
  }
}
