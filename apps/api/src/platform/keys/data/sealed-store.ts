import type { FieldPlace, Purpose } from '@st0r/crypto';

type Row = Record<string, unknown>;

/** A column of sealed values: where it is, and what each value is bound to. */
export interface SealedStore {
  readonly table: string;
  readonly blob: string;
  /** Rows of organisations carry `organisation_id`; others are the installation's own. */
  readonly owner: 'organisation' | 'platform';
  readonly purpose: Purpose;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Further columns the place is made of. */
  readonly columns: readonly string[];
  /** Everything a value is bound to. */
  placeOf(row: Row): FieldPlace;
}

const known: SealedStore[] = [];

/**
 * Each module hands in its columns of sealed values: what is not declared here would be lost when its key is replaced.
 * Where values are copied from one column into another, the source is declared first.
 */
export function declareSealed(...stores: SealedStore[]): void {
  for (const store of stores) if (!known.includes(store)) known.push(store);
}

/** Every column of sealed values, or those of one purpose. */
export const sealedStores = (purpose?: Purpose): readonly SealedStore[] =>
  known.filter((store) => purpose === undefined || store.purpose === purpose);
