import { Injectable } from '@nestjs/common';
import type { Purpose } from '@st0r/crypto';
import { Sql, UnitOfWork } from '../../database';
import { EventRecorder } from '../../events';
import { KeyEpoch } from '../ring/key-epoch';
import { DataKeyRows, type KeyOwner } from './data-key-rows';
import { organisationOf } from './key-ages';
import { Rekeyings } from './rekeyings';

const MARK = '/* keys of all organisations */';

/** Finds keys that open nothing any more, and destroys them. */
@Injectable()
export class KeyCare {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly keys: DataKeyRows,
    private readonly rekeyings: Rekeyings,
    private readonly epoch: KeyEpoch,
    private readonly recorder: EventRecorder,
  ) {}

  /** Destroys keys that only open old values, when there are none and nobody moves any; answers how many. */
  async prune(): Promise<number> {
    let pruned = 0;
    for (const { organisation, purpose, version } of await this.idle()) {
      const owner = { organisation, purpose };
      if (!this.rekeyings.movable(purpose) || (await this.rekeyings.of(purpose).left(owner, version)) > 0) continue;
      await this.work.run(() => this.destroy(owner, version));
      pruned += 1;
    }
    return pruned;
  }

  /** A rest of a day: whoever read a value under such a key has long finished with it. */
  private async idle(): Promise<(KeyOwner & { version: number })[]> {
    const of = (table: string): string =>
      `SELECT k.organisation_id AS organisation, k.purpose, k.key_version AS version FROM ${table} k ${MARK}
       WHERE k.state = 'decrypt-only' AND k.updated_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY AND NOT EXISTS
         (SELECT 1 FROM key_rotation r WHERE r.owner_id = k.organisation_id AND r.purpose = k.purpose AND r.finished_at IS NULL)`;
    const rows = await this.sql.house<KeyOwner & { version: number }>(
      `${of('organisation_key')} UNION ALL ${of('platform_key')} LIMIT 1000`,
    );
    return rows.map((row) => ({ ...row, version: Number(row.version) }));
  }

  private async destroy(owner: KeyOwner, version: number): Promise<void> {
    await this.keys.destroy(owner, [version]);
    await this.epoch.turn();
    this.recorder.record({
      action: 'data_key.pruned',
      category: organisationOf(owner) ? 'vault' : 'security',
      organisationId: organisationOf(owner),
      details: { purpose: owner.purpose satisfies Purpose, version },
    });
  }
}
