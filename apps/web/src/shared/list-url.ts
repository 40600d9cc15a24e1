import {
  parseChips,
  parseQueryString,
  toChips,
  toQueryString,
  type ListShape,
  type ParseResult,
  type SortKey,
} from '@st0r/list-query';

/** Keys of the address that describe the view and never reach the API. */
const viewKeys = ['cols', 'peek', 'tab', 'view', 'next', 'as'];

/** What groups the rows; a matter of the view for the person, of the query for the API. */
const groupKeys = ['group', 'folded'];

/** The part of the address that is the list's query, as plain values. */
export function listParams(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...search].filter(([key]) => !viewKeys.includes(key)));
}

/** The list query of an address, checked against the shape. The cursor is the server's and is not read here, nor are groups: the order is the person's. */
export function readList(shape: ListShape, search: URLSearchParams): ParseResult {
  const { cursor: _, group: _group, folded: _folded, ...params } = listParams(search);
  return parseQueryString(shape, params);
}

/** Filters of an address as a person writes them; the order of rows is left to the column heads. */
export function chipsOf(shape: ListShape, search: URLSearchParams): string {
  const parsed = readList(shape, search);
  if (!parsed.ok) return '';
  const { q, filters, archived } = parsed.query;
  return toChips({ q, filters, archived });
}

function rewritten(search: URLSearchParams, query: string): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const key of [...viewKeys, ...groupKeys]) {
    const value = search.get(key);
    if (value !== null && key !== 'peek') next.set(key, value);
  }
  return next;
}

function sameSort(a: readonly SortKey[], b: readonly SortKey[]): boolean {
  return (
    a.length === b.length && a.every((key, at) => key.field === b[at]?.field && key.descending === b[at].descending)
  );
}

/** The address after a person changed the filters; undefined while they are not valid. The first page follows. */
export function withChips(shape: ListShape, search: URLSearchParams, chips: string): URLSearchParams | undefined {
  const parsed = parseChips(shape, chips);
  if (!parsed.ok) return undefined;
  const before = readList(shape, search);
  const named = !sameSort(parsed.query.sort, shape.defaultSort);
  const sort = named || !before.ok ? parsed.query.sort : before.query.sort;
  const { q, filters, archived } = parsed.query;
  return rewritten(
    search,
    toQueryString({ q, filters, archived, sort: sameSort(sort, shape.defaultSort) ? [] : sort }),
  );
}

/** The address after a person changed the order. */
export function withSort(shape: ListShape, search: URLSearchParams, sort: readonly SortKey[]): URLSearchParams {
  const before = readList(shape, search);
  const kept = before.ok ? { q: before.query.q, filters: before.query.filters, archived: before.query.archived } : {};
  return rewritten(search, toQueryString({ ...kept, sort: sameSort(sort, shape.defaultSort) ? [] : sort }));
}
