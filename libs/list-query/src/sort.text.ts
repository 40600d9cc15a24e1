import type { SortKey } from './list-query.types';

/** One key as it is written: `-` before a descending field. */
export function sortText(key: SortKey): string {
  return key.descending ? `-${key.field}` : key.field;
}

/** Reads one key; whether the field may be sorted by is for the shape to say. */
export function sortKey(text: string): SortKey {
  const descending = text.startsWith('-');
  return { field: descending ? text.slice(1) : text, descending };
}
