import { encodeCursor } from './cursor.codec';
import type { Filter, ListQuery } from './list-query.types';
import { RESERVED_KEYS } from './query-string.parser';
import { sortText } from './sort.text';
import { joinValues } from './value-list.text';

/** Writes a query without the leading `?`, percent-encoded (RFC 3986), so that the parser reads the same query. */
export function toQueryString(query: Partial<ListQuery>): string {
  return parameters(query)
    .map(([key, value]) => `${encoded(key)}=${encoded(value)}`)
    .join('&');
}

/** Whether a filter is written without naming its operator. */
export function isPlain({ operator, values }: Filter): boolean {
  return operator === 'eq' || (operator === 'in' && values.length > 1);
}

function parameters(query: Partial<ListQuery>): [string, string][] {
  const { q, filters = [], sort = [], limit, cursor, total, fields, include, archived = 'no', group, folded } = query;
  const list = filters.map((filter): [string, string] => [keyOf(filter, filters), joinValues(filter.values)]);
  if (q) list.unshift(['q', q]);
  if (sort.length > 0) list.push(['sort', sort.map(sortText).join()]);
  if (group) list.push(['group', group]);
  if (folded?.length) list.push(['folded', joinValues(folded.map((value) => value ?? ''))]);
  if (limit !== undefined) list.push(['limit', String(limit)]);
  if (cursor) list.push(['cursor', encodeCursor(sort, cursor)]);
  if (total) list.push(['total', 'true']);
  if (fields?.length) list.push(['fields', fields.join()]);
  if (include?.length) list.push(['include', include.join()]);
  if (archived !== 'no') list.push(['archived', archived]);
  return list;
}

function keyOf(filter: Filter, all: readonly Filter[]): string {
  const { field, operator } = filter;
  // `status=a` and `status=a,b` in one address would be one key twice.
  const taken = operator === 'in' && all.some((other) => other.field === field && other.operator === 'eq');
  const bare = isPlain(filter) && !taken && !RESERVED_KEYS.includes(field);
  return bare ? field : `${field}[${operator}]`;
}

function encoded(text: string): string {
  // Commas and colons may stand in a query; left alone, an address stays readable when it is shared.
  return encodeURIComponent(text.toWellFormed()).replaceAll('%2C', ',').replaceAll('%3A', ':');
}
