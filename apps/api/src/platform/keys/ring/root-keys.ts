import { Injectable } from '@nestjs/common';
import { unwrapKey, VaultOpenError, wrapKey, type DataKey, type KeySlot } from '@st0r/crypto';
import { Sql } from '../../database';
import { Unavailable } from '../../errors';
import { PlatformKeys } from '../platform-keys';
import { RootRing } from './root-ring';

/** Wraps and opens data keys under the root key, and keeps up when another one becomes active meanwhile. */
@Injectable()
export class RootKeys {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly ring: RootRing,
    private readonly sql: Sql,
  ) {}

  /**
   * Lets wraps be made until the unit of work ends. The shared lock makes an activation wait for us, and us for it: once
   * it is committed nobody can write a wrap under the key before, not even a process that slept through it.
   */
  async holdActive(): Promise<void> {
    const active = await this.lockActive();
    if (active === this.keys.keyring.active.version) return;
    const reason = await this.ring.refresh();
    if (active === this.keys.keyring.active.version) return;
    throw new Unavailable(
      'root_key.unknown',
      reason ?? `This process does not hold root key ${active} yet. Try again.`,
    );
  }

  /** Wraps a key; `holdActive` was called in this unit of work. */
  wrap(slot: KeySlot, key: DataKey): Buffer {
    return wrapKey(this.keys.keyring, slot, key);
  }

  /** Opens a wrapped key; throws VaultOpenError. */
  async unwrap(slot: KeySlot, wrapped: Uint8Array): Promise<DataKey> {
    try {
      return unwrapKey(this.keys.keyring, slot, wrapped);
    } catch (error) {
      if (!(error instanceof VaultOpenError) || error.reason !== 'root-key') throw error;
      // The key may have become active a moment ago; a key that is nowhere in the ring fails again below.
      await this.ring.refresh();
      return unwrapKey(this.keys.keyring, slot, wrapped);
    }
  }

  private async lockActive(): Promise<number> {
    const [row] = await this.sql.house<{ version: number }>(
      "SELECT version FROM root_key WHERE state = 'active' LOCK IN SHARE MODE",
    );
    return Number(row?.version ?? 0);
  }
}
