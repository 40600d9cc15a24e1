import { SIGNS, startsChip } from './chips.scanner';
import type { Filter, ListQuery, Operator } from './list-query.types';
import { isPlain } from './query-string.writer';
import { sortText } from './sort.text';
import { joinChipValues, quote } from './value-list.text';

const NAMED_CHIPS: readonly string[] = ['sort', 'archived'];

/**
 * Writes the filters, search text and archive choice of a query, and its sort where one is given, as
 * {@link parseChips} reads them; page size, cursor and field lists have no chip.
 */
export function toChips(query: Partial<ListQuery>): string {
  const { q, filters = [], sort = [], archived = 'no' } = query;
  const chips = filters.map(filterChip);
  if (archived !== 'no') chips.push(`archived:${archived}`);
  if (sort.length > 0) chips.push(`sort:${sort.map(sortText).join()}`);
  if (q) chips.push(searchText(q));
  return chips.join(' ');
}

/** The beginning of a chip for a field and operator, e.g. `due<` or `tag[all]:`. */
export function chipHead(field: string, operator: Operator): string {
  const sign = Object.entries(SIGNS).find(([, name]) => name === operator)?.[0];
  return sign === undefined ? `${field}[${operator}]:` : field + sign;
}

function filterChip(filter: Filter): string {
  const values = joinChipValues(filter.values);
  const chip = headOf(filter) + values;
  // A short field of hex letters before a value with colons would read as an address.
  return startsChip(chip) ? chip : `${filter.field}[${filter.operator}]:${values}`;
}

function headOf(filter: Filter): string {
  const named = NAMED_CHIPS.includes(filter.field);
  if (isPlain(filter) && !named) return `${filter.field}:`;
  if (filter.operator === 'ne') return `-${filter.field}:`;
  return chipHead(filter.field, filter.operator);
}

function searchText(q: string): string {
  const words = q.split(' ');
  const plain = words.every((word) => word !== '' && !/[\s"]/u.test(word) && !startsChip(word));
  return plain ? q : quote(q);
}
