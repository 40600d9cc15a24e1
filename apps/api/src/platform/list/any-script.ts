import type { ListQuery } from '@st0r/list-query';
import type { ListSpec } from './define-list';

const beyondAscii = (text: string | null | undefined): boolean => /[^\0-\x7f]/.test(text ?? '');

/** What of a query holds letters that a column of codes cannot hold: the fields, and whether its free text does. */
export interface AnyScript {
  fields: ReadonlySet<string>;
  search: boolean;
}

/** Undefined for a query in ASCII, as nearly all are. */
export function anyScript({ filters, q, cursor, sort }: ListQuery): AnyScript | undefined {
  const filtered = filters.filter(({ values }) => values.some(beyondAscii)).map(({ field }) => field);
  const passed = sort.filter((_, at) => beyondAscii(cursor?.values[at])).map(({ field }) => field);
  const fields = new Set([...filtered, ...passed]);
  const search = beyondAscii(q);
  return search || fields.size > 0 ? { fields, search } : undefined;
}

/**
 * The list with columns of codes widened where they are compared with such letters: MariaDB refuses to do that instead of
 * finding nothing. `codes` holds them as `table.column`. An index on a widened column is of no use, which costs nothing:
 * nothing is found there.
 */
export function widened(spec: ListSpec, { fields, search }: AnyScript, codes: ReadonlySet<string>): ListSpec {
  const wide = (column: string): string =>
    codes.has(`${spec.table}.${column}`) ? `CONVERT(${column} USING utf8mb4)` : column;
  const widen = [...fields].flatMap((name) => {
    const field = spec.fields[name];
    return field ? [[name, { ...field, column: wide(field.column) }] as const] : [];
  });
  return {
    ...spec,
    fields: { ...spec.fields, ...Object.fromEntries(widen) },
    search: search ? spec.search.map(wide) : spec.search,
  };
}
