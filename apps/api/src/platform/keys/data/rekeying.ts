import type { DataKey } from '@st0r/crypto';
import type { KeyOwner } from './data-key-rows';

/** One owner's values on their way from one key to the next. */
export interface KeyTurn {
  readonly owner: KeyOwner;
  readonly from: DataKey;
  readonly to: DataKey;
}

/** What one batch did: values moved, and values that do not open and so cannot be. */
export interface Moved {
  done: number;
  dead: number;
}

/** How what a key made is moved to the next key. */
export interface Rekeying {
  /** Whether the new key is used before the old values have moved, or after. */
  readonly activates: 'first' | 'last';
  /** How many values a version still carries. */
  left(owner: KeyOwner, version: number): Promise<number>;
  /** Goes once over all of them, batch by batch; each batch is a unit of work of its own. */
  move(turn: KeyTurn): AsyncGenerator<Moved>;
  /** Runs in the unit of work that activates the new key last; throws to try again later. */
  switchOver?(turn: KeyTurn): Promise<void>;
}
