import type { ListQuery } from '@st0r/list-query';
import type { ListSpec } from './define-list';

const texts = ({ filters, q, cursor }: ListQuery): string[] => [
  ...filters.flatMap(({ values }) => values),
  ...(cursor?.values ?? []).filter((value) => value !== null),
  q ?? '',
];

/** Whether a query holds letters that a column of codes cannot hold. */
export const beyondAscii = (query: ListQuery): boolean => texts(query).some((text) => /[^\0-\x7f]/.test(text));

/**
 * The list with its columns of codes widened for comparison: MariaDB refuses to compare such a column with a letter it
 * cannot hold instead of finding nothing. `narrow` holds `table.column`. An index on a widened column is of no use,
 * which costs nothing: nothing is found there.
 */
export function widened(spec: ListSpec, narrow: ReadonlySet<string>): ListSpec {
  const wide = (column: string): string =>
    narrow.has(`${spec.table}.${column}`) ? `CONVERT(${column} USING utf8mb4)` : column;
  const fields = Object.entries(spec.fields).map(
    ([name, field]) => [name, { ...field, column: wide(field.column) }] as const,
  );
  return { ...spec, fields: Object.fromEntries(fields), search: spec.search.map(wide) };
}
