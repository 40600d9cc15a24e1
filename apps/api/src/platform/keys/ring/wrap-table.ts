import type { KeySlot } from '@st0r/crypto';

type Row = Record<string, unknown>;

/** A table of data keys that are wrapped under the root key, in a column `wrapped`. */
export interface WrapTable {
  readonly table: string;
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** Further columns the slot is made of. */
  readonly columns: readonly string[];
  /** Condition of the rows that still hold a key. */
  readonly alive: string;
  /** What the wrap of a row is bound to. */
  slotOf(row: Row): KeySlot;
}

const known: WrapTable[] = [];

/** Each module hands in its tables of wrapped keys: a root key is retired when none of them needs it. */
export function declareWraps(table: WrapTable): void {
  if (!known.includes(table)) known.push(table);
}

/** Every table of wrapped keys. */
export const wrapTables = (): readonly WrapTable[] => [...known];
