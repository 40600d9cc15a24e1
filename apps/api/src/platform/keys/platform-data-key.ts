import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, blobKeyVersion, VaultOpenError, type DataKey, type Purpose } from '@st0r/crypto';
import { RequestContext } from '../context';
import { Sql, UnitOfWork } from '../database';
import { DataKeyRows, type KeyOwner } from './data/data-key-rows';
import { KeyCache } from './data/key-cache';
import { KeyUse } from './data/key-use';
import { KeyEpoch } from './ring/key-epoch';
import { declareWraps } from './ring/wrap-table';

declareWraps({
  table: 'platform_key',
  key: ['id'],
  columns: ['purpose', 'key_version'],
  alive: "state <> 'destroyed'",
  slotOf: (row) => ({ ...ownerOf(row['purpose'] as Purpose), version: Number(row['key_version']) }),
});

/** Data keys of the installation itself, wrapped under the root key; one per purpose, made on first use. */
@Injectable()
export class PlatformDataKey {
  private readonly cache = new KeyCache();
  private readonly present = new Map<Purpose, number>();

  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly rows: DataKeyRows,
    private readonly use: KeyUse,
    epoch: KeyEpoch,
  ) {
    epoch.onTurn(() => {
      this.cache.clear();
      this.present.clear();
    });
  }

  /** The key new values are sealed under. In a unit of work it cannot be replaced before that commits. */
  async of(purpose: Purpose): Promise<DataKey> {
    const version = (await this.active(purpose)) ?? (await this.make(purpose));
    this.use.note(ownerOf(purpose), version);
    return this.version(purpose, version);
  }

  /** The same from memory, for values nobody misses for long: it may be the key before for some seconds. */
  async recent(purpose: Purpose): Promise<DataKey> {
    const version = this.present.get(purpose);
    if (version === undefined) return this.of(purpose);
    this.use.note(ownerOf(purpose), version);
    return this.version(purpose, version);
  }

  /** The key that sealed a value; throws VaultOpenError when it is gone. */
  async opening(purpose: Purpose, blob: Uint8Array): Promise<DataKey> {
    return this.version(purpose, blobKeyVersion(blob));
  }

  private async version(purpose: Purpose, version: number): Promise<DataKey> {
    const known = this.cache.get(`${purpose}/${version}`);
    if (known) return known;
    const key = await this.rows.open(ownerOf(purpose), version);
    this.cache.set(`${purpose}/${version}`, key);
    return key;
  }

  private async active(purpose: Purpose): Promise<number | undefined> {
    const lock = this.context.unit ? 'LOCK IN SHARE MODE' : '';
    const [row] = await this.sql.house<{ version: number }>(
      `SELECT key_version AS version FROM platform_key WHERE purpose = ? AND state = 'active' ${lock}`,
      [purpose],
    );
    if (row) this.present.set(purpose, Number(row.version));
    return row && Number(row.version);
  }

  /** Apart: a key that were rolled back with the unit of work would be lost, and what it sealed meanwhile with it. */
  private async make(purpose: Purpose): Promise<number> {
    try {
      await this.work.runApart(async () => {
        const { version } = await this.rows.add(ownerOf(purpose));
        await this.rows.activate(ownerOf(purpose), version);
      }, `platform key ${purpose}`);
    } catch (error) {
      // Two processes may make one at the same time; the first one stays and both use it.
      if ((await this.active(purpose)) === undefined) throw error;
    }
    const version = await this.active(purpose);
    if (version === undefined) throw new VaultOpenError('key-version');
    return version;
  }
}

const ownerOf = (purpose: Purpose): KeyOwner => ({ organisation: PLATFORM_ORGANISATION, purpose });
