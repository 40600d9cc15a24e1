import { cursorSort, decodeCursor } from './cursor.codec';
import { groupNames, sortNames } from './field.operators';
import { resolveFilter, type Clause } from './filter.resolver';
import { DEFAULT_LIMIT, MAX_FILTERS, MAX_LIMIT, MAX_NAMES, MAX_SORT_KEYS, MAX_VALUE_LENGTH } from './list-query.limits';
import type { Cursor, Filter, ListQuery, ListShape, ParseResult, SortKey } from './list-query.types';
import type { Problems } from './query.problems';
import { pointerTo, reason, unknownName } from './query.problems';
import { sortKey } from './sort.text';

/** One part of a query and where it was written. */
export interface Given<T> {
  value: T;
  pointer: string;
}

/** A query as it was written, whatever the spelling; the three parsers end here. */
export interface Draft {
  clauses: Clause[];
  q?: Given<string>;
  sort?: Given<readonly string[]>;
  limit?: Given<string>;
  cursor?: Given<string>;
  /** The cursor names the row the page ends before. */
  back?: boolean;
  total?: Given<string>;
  fields?: Given<readonly string[]>;
  include?: Given<readonly string[]>;
  archived?: Given<string>;
  group?: Given<string>;
  /** Values of groups; the empty text is the group of rows without one. */
  folded?: Given<readonly string[]>;
}

const NAME = /^[A-Za-z]\w{0,63}(?:\.[\w-]{1,64})?$/;

/** Checks every part of a draft against the shape and fills in the defaults. */
export function resolveDraft(shape: ListShape, draft: Draft, context: { now: Date; problems: Problems }): ParseResult {
  const { problems } = context;
  const filters = resolveFilters(shape, draft.clauses, context);
  const group = resolveGroup(shape, draft, problems);
  const sort = grouped(resolveSort(shape, draft.sort, problems), group.group);
  const query: ListQuery = {
    ...present('q', resolveSearch(shape, draft.q, problems)),
    filters,
    sort,
    ...group,
    limit: resolveLimit(shape, draft.limit, problems),
    ...present('cursor', resolveCursor(sort, draft, problems)),
    total: oneOf(draft.total, ['false', 'true'], problems) === 'true',
    ...present('fields', resolveNames(draft.fields, problems)),
    ...present('include', resolveNames(draft.include, problems)),
    archived: oneOf(draft.archived, ['no', 'only', 'any'], problems),
  };
  return problems.list.length > 0 ? { ok: false, problems: problems.list } : { ok: true, query };
}

function present<K extends string, V>(key: K, value: V | undefined): { [name in K]?: V } {
  const part: { [name in K]?: V } = {};
  if (value !== undefined) part[key] = value;
  return part;
}

function resolveFilters(shape: ListShape, clauses: readonly Clause[], context: { now: Date; problems: Problems }) {
  const { now, problems } = context;
  const max = shape.maxFilters ?? MAX_FILTERS;
  const first = clauses[max];
  if (first !== undefined) {
    problems.add(first.pointer, reason('filter.too_many', `At most ${max} filters at a time.`, { max }));
  }
  const filters = new Map<string, Filter>();
  for (const clause of clauses.slice(0, max)) {
    const filter = resolveFilter(shape, clause, now);
    if ('code' in filter) problems.add(clause.pointer, filter);
    else if (filters.has(`${filter.field} ${filter.operator}`)) problems.add(clause.pointer, repeated(filter));
    else filters.set(`${filter.field} ${filter.operator}`, filter);
  }
  return [...filters.values()];
}

function repeated({ field, operator }: Filter) {
  const detail = `"${field}" is compared with ${operator} twice. Write its values once, with commas.`;
  return reason('filter.repeated', detail, { field, operator });
}

function resolveSearch(shape: ListShape, given: Given<string> | undefined, problems: Problems): string | undefined {
  const text = given?.value.trim().toWellFormed();
  if (given === undefined || text === undefined || text === '') return undefined;
  if (!shape.searchable) {
    problems.add(given.pointer, reason('search.refused', 'This list has no text search. Use a filter.'));
  } else if (text.length > MAX_VALUE_LENGTH) {
    const detail = `The search text has at most ${MAX_VALUE_LENGTH} characters.`;
    problems.add(given.pointer, reason('value.too_long', detail, { max: MAX_VALUE_LENGTH }));
  }
  return text;
}

function resolveSort(shape: ListShape, given: Given<readonly string[]> | undefined, problems: Problems) {
  if (given === undefined) return shape.defaultSort;
  const keys = new Map<string, SortKey>();
  if (given.value.length === 0 || given.value.length > MAX_SORT_KEYS) {
    const detail = `sort names one to ${MAX_SORT_KEYS} fields.`;
    problems.add(given.pointer, reason('sort.count', detail, { max: MAX_SORT_KEYS }));
    return shape.defaultSort;
  }
  const allowed = sortNames(shape);
  for (const key of given.value.map(sortKey)) {
    if (!allowed.includes(key.field)) problems.add(given.pointer, unknownName('sort.unknown', key.field, allowed));
    else if (keys.has(key.field)) problems.add(given.pointer, sortRepeated(key));
    else keys.set(key.field, key);
  }
  return [...keys.values()];
}

function resolveGroup(shape: ListShape, draft: Draft, problems: Problems): Pick<ListQuery, 'group' | 'folded'> {
  const { group: given, folded } = draft;
  if (given === undefined) {
    if (folded) problems.add(folded.pointer, reason('folded.no_group', 'Only groups are folded. Name one with group.'));
    return {};
  }
  const allowed = groupNames(shape);
  if (!allowed.includes(given.value)) {
    problems.add(given.pointer, unknownName('group.unknown', given.value, allowed));
    return {};
  }
  if (folded === undefined) return { group: given.value };
  const filter = { field: given.value, operator: 'ne', values: folded.value.filter((value) => value !== '') };
  const checked = filter.values.length > 0 ? foldedValues(shape, filter, { folded, problems }) : [];
  return { group: given.value, folded: [...checked, ...(folded.value.includes('') ? [null] : [])] };
}

/** Checked as the values of a filter by the same field are. */
function foldedValues(
  shape: ListShape,
  clause: Omit<Clause, 'pointer'>,
  { folded, problems }: { folded: Given<readonly string[]>; problems: Problems },
): readonly string[] {
  const field = shape.fields[clause.field];
  const asFilter = field ? { ...shape, fields: { [clause.field]: { ...field, filter: true } } } : shape;
  const filter = resolveFilter(asFilter, { ...clause, pointer: folded.pointer }, new Date());
  if (!('code' in filter)) return filter.values;
  problems.add(folded.pointer, filter);
  return [];
}

/** Groups are whole only in their own order. */
function grouped(sort: readonly SortKey[], group: string | undefined): readonly SortKey[] {
  if (group === undefined) return sort;
  const key = sort.find(({ field }) => field === group) ?? { field: group, descending: false };
  return [key, ...sort.filter(({ field }) => field !== group)];
}

function sortRepeated({ field }: SortKey) {
  return reason('sort.repeated', `"${field}" is sorted by twice.`, { field });
}

function resolveLimit(shape: ListShape, given: Given<string> | undefined, problems: Problems): number {
  const max = shape.maxLimit ?? MAX_LIMIT;
  const fallback = Math.min(shape.defaultLimit ?? DEFAULT_LIMIT, max);
  if (given === undefined) return fallback;
  const limit = /^\d{1,6}$/.test(given.value) ? Number(given.value) : 0;
  if (limit >= 1 && limit <= max) return limit;
  problems.add(given.pointer, reason('limit.range', `A page has 1 to ${max} rows.`, { min: 1, max }));
  return fallback;
}

function resolveCursor(
  sort: readonly SortKey[],
  { cursor: given, back = false }: Draft,
  problems: Problems,
): Cursor | undefined {
  if (given === undefined) return undefined;
  const cursor = decodeCursor(sort, given.value);
  if (cursor !== undefined) return back ? { ...cursor, before: true } : cursor;
  const readable = cursorSort(given.value) !== undefined;
  const detail = readable
    ? 'This cursor belongs to another sort. Start again from the first page.'
    : 'This cursor cannot be read. Start again from the first page.';
  problems.add(given.pointer, reason(readable ? 'cursor.other_sort' : 'cursor.invalid', detail));
  return undefined;
}

function resolveNames(given: Given<readonly string[]> | undefined, problems: Problems): string[] | undefined {
  if (given === undefined) return undefined;
  if (given.value.length === 0 || given.value.length > MAX_NAMES) {
    problems.add(given.pointer, reason('name.count', `Name one to ${MAX_NAMES} fields.`, { max: MAX_NAMES }));
    return undefined;
  }
  const wrong = given.value.find((name) => !NAME.test(name));
  if (wrong !== undefined) {
    problems.add(given.pointer, reason('name.format', 'A name looks like "name" or "org.name".'));
  }
  return [...new Set(given.value)];
}

function oneOf<T extends string>(
  given: Given<string> | undefined,
  allowed: readonly [T, ...T[]],
  problems: Problems,
): T {
  if (given === undefined) return allowed[0];
  const value = allowed.find((one) => one === given.value);
  if (value === undefined) problems.add(given.pointer, unknownName('value.choice', given.value, allowed));
  return value ?? allowed[0];
}

/** The pointer of a query-string key, e.g. `/query/due[lt]`. */
export function queryPointer(key: string): string {
  return pointerTo('query', key);
}
