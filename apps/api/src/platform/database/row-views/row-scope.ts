/**
 * Whose rows a statement may meet in the database: the ids of organisations, 16 bytes each, one after the other. It is what
 * the views on rows of organisations compare with, so that a statement which forgot its predicate, or was given a foreign
 * one, still meets nothing else.
 */
export type RowScope = Buffer;

/** Stands for the installation itself where rows of its own lie beside those of organisations, as events do. */
export const HOUSE = '00000000-0000-0000-0000-000000000000';

/** No organisation's rows. */
export const NO_ROWS: RowScope = Buffer.alloc(0);

/** Rows of all organisations; for statements that say in their text why they cross them. */
export const ALL_ROWS: RowScope = Buffer.from('*');

const kept = new WeakMap<readonly string[], RowScope>();

/** The scope of these organisations; the same list answers the same bytes, and is never changed afterwards. */
export function rowScope(organisations: readonly string[]): RowScope {
  const known = kept.get(organisations);
  if (known) return known;
  const ids = [...new Set(organisations)].filter((id) => UUID.test(id));
  const scope = ids.length === 0 ? NO_ROWS : Buffer.from(ids.join('').replaceAll('-', ''), 'hex');
  kept.set(organisations, scope);
  return scope;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
