import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, createDataKey, unwrapKey, wrapKey, type DataKey, type Purpose } from '@st0r/crypto';
import { UnitOfWork } from '../database';
import { PlatformKeys } from './platform-keys';

/** Data keys of the installation itself, wrapped under the root key; one per purpose, made on first use. */
@Injectable()
export class PlatformDataKey {
  private readonly opened = new Map<Purpose, DataKey>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: PlatformKeys,
  ) {}

  async of(purpose: Purpose): Promise<DataKey> {
    const known = this.opened.get(purpose);
    if (known) return known;
    // Beside the transaction: a key that were rolled back with it would be lost, and what it sealed meanwhile with it.
    const key = await this.work.outside(() => this.findOrMake(purpose));
    this.opened.set(purpose, key);
    return key;
  }

  private async findOrMake(purpose: Purpose): Promise<DataKey> {
    const slot = { organisation: PLATFORM_ORGANISATION, purpose, version: 1 };
    let wrapped = await this.find(purpose);
    if (!wrapped) {
      // Two processes may make one at the same time; the first row stays and both use it.
      await this.work.statements.run('INSERT IGNORE INTO platform_key (purpose, version, wrapped) VALUES (?, 1, ?)', [
        purpose,
        wrapKey(this.keys.keyring, slot, createDataKey(1)),
      ]);
      wrapped = await this.find(purpose);
    }
    return unwrapKey(this.keys.keyring, slot, wrapped!);
  }

  private async find(purpose: Purpose): Promise<Buffer | undefined> {
    const rows = (await this.work.statements.run('SELECT wrapped FROM platform_key WHERE purpose = ? AND version = 1', [
      purpose,
    ])) as { wrapped: Buffer }[];
    return rows[0]?.wrapped;
  }
}
