import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, createDataKey, type DataKey, type KeySlot, type Purpose } from '@st0r/crypto';
import { Sql, UnitOfWork } from '../database';
import { KeyEpoch } from './ring/key-epoch';
import { RootKeys } from './ring/root-keys';
import { declareWraps } from './ring/wrap-table';

declareWraps({
  table: 'platform_key',
  key: ['purpose', 'version'],
  columns: [],
  alive: 'TRUE',
  slotOf: (row) => slotOf(row['purpose'] as Purpose, Number(row['version'])),
});

/** Data keys of the installation itself, wrapped under the root key; one per purpose, made on first use. */
@Injectable()
export class PlatformDataKey {
  private readonly opened = new Map<Purpose, DataKey>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly roots: RootKeys,
    epoch: KeyEpoch,
  ) {
    epoch.onTurn(() => this.opened.clear());
  }

  async of(purpose: Purpose): Promise<DataKey> {
    const known = this.opened.get(purpose);
    if (known) return known;
    // Apart: a key that were rolled back with the unit of work would be lost, and what it sealed meanwhile with it.
    const key = (await this.find(purpose)) ?? (await this.work.runApart(() => this.make(purpose)));
    this.opened.set(purpose, key);
    return key;
  }

  private async find(purpose: Purpose): Promise<DataKey | undefined> {
    const [row] = await this.sql.house<{ wrapped: Buffer }>(
      'SELECT wrapped FROM platform_key WHERE purpose = ? AND version = 1',
      [purpose],
    );
    return row && this.roots.unwrap(slotOf(purpose, 1), row.wrapped);
  }

  private async make(purpose: Purpose): Promise<DataKey> {
    await this.roots.holdActive();
    const key = createDataKey(1);
    // Two processes may make one at the same time; the first row stays and both use it.
    await this.sql.house('INSERT IGNORE INTO platform_key (purpose, version, wrapped) VALUES (?, 1, ?)', [
      purpose,
      this.roots.wrap(slotOf(purpose, 1), key),
    ]);
    return (await this.find(purpose)) ?? key;
  }
}

const slotOf = (purpose: Purpose, version: number): KeySlot => ({
  organisation: PLATFORM_ORGANISATION,
  purpose,
  version,
});
