import { Injectable } from '@nestjs/common';
import { Sql } from '../../database';
import type { KeyOwner } from './data-key-rows';

/** Counts how much each key seals. Kept in memory and written down with the heartbeat: a crash forgets seconds. */
@Injectable()
export class KeyUse {
  private counts = new Map<string, { owner: KeyOwner; version: number; writes: number }>();

  constructor(private readonly sql: Sql) {}

  /** Notes one value sealed under a key. */
  note(owner: KeyOwner, version: number): void {
    const slot = `${owner.organisation}/${owner.purpose}/${version}`;
    const known = this.counts.get(slot);
    if (known) known.writes += 1;
    else this.counts.set(slot, { owner, version, writes: 1 });
  }

  /** Adds what was counted since the last time. */
  async flush(): Promise<void> {
    const counts = [...this.counts.values()];
    if (counts.length === 0) return;
    this.counts = new Map();
    await this.sql.house(
      `INSERT INTO key_use (owner_id, purpose, key_version, writes) VALUES ${counts.map(() => '(?, ?, ?, ?)').join(', ')}
       ON DUPLICATE KEY UPDATE writes = writes + VALUES(writes)`,
      counts.flatMap(({ owner, version, writes }) => [owner.organisation, owner.purpose, version, writes]),
    );
  }
}
