import type { Cursor, Filter, ListQuery, SortKey } from '@st0r/list-query';
import type { ListSpec } from './define-list';

/** A statement with its parameters. */
export interface Statement {
  text: string;
  params: unknown[];
}

/** Totals stop here; the page says "10,000+". */
export const COUNT_CAP = 10_001;

const COMPARISON: Record<string, string> = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** What a page is made of besides the query. */
export interface PageOptions {
  scope: readonly string[];
  columns: readonly string[];
  /** The list as conditions see it, where its columns have to be widened for what is looked for. */
  compared?: ListSpec;
}

/**
 * The page statement: one row more than asked, so that the end is known without a count. A page that lies before its
 * cursor is read backwards, from the cursor to the start.
 */
export function compilePage(
  spec: ListSpec,
  query: ListQuery,
  { scope, columns, compared = spec }: PageOptions,
): Statement {
  const where = conditions(compared, query, scope);
  const back = query.cursor?.before === true;
  const sort = back ? query.sort.map((key) => ({ ...key, descending: !key.descending })) : query.sort;
  if (query.group && query.folded?.length) where.push(...unfolded(compared, query.group, query.folded));
  if (query.cursor) where.push(keyset(compared, sort, query.cursor));
  const order = sort.map((key) => `${columnOf(spec, key)}${key.descending ? ' DESC' : ''}`);
  if (tied(spec, sort)) order.push(back ? 'id DESC' : 'id');
  const { text, params } = joined(where);
  return {
    text: `SELECT ${columns.join(', ')} FROM ${spec.table}${text} ORDER BY ${order.join(', ')} LIMIT ${query.limit + 1}`,
    params,
  };
}

/** Most groups of a list, and most rows they are counted over; beyond either, they are not complete. */
export const GROUP_CAP = 200;
export const GROUPED_ROWS_CAP = 100_000;

/** How many rows each group of the same list has, folded ones too, in the order of the rows. */
export function compileGroups(
  spec: ListSpec,
  { group, ...query }: ListQuery & { group: string },
  scope: readonly string[],
): Statement {
  const { text, params } = joined(conditions(spec, query, scope));
  const column = columnOf(spec, { field: group, descending: false });
  const order = query.sort.find(({ field }) => field === group)?.descending ? ' DESC' : '';
  const rows = `SELECT ${column} AS value FROM ${spec.table}${text} LIMIT ${GROUPED_ROWS_CAP + 1}`;
  return {
    text: `SELECT value, COUNT(*) AS count FROM (${rows}) AS grouped GROUP BY value ORDER BY value${order} LIMIT ${GROUP_CAP + 1}`,
    params,
  };
}

/** The capped count of the same rows. */
export function compileCount(spec: ListSpec, query: ListQuery, scope: readonly string[]): Statement {
  const { text, params } = joined(conditions(spec, query, scope));
  return {
    text: `SELECT COUNT(*) AS total FROM (SELECT 1 FROM ${spec.table}${text} LIMIT ${COUNT_CAP}) AS counted`,
    params,
  };
}

function conditions(spec: ListSpec, query: ListQuery, scope: readonly string[]): Statement[] {
  const where: Statement[] = [];
  if (spec.scopeColumn) where.push(within(spec.scopeColumn, scope.length > 0 ? scope : [null]));
  if (spec.instead) where.push({ text: spec.instead, params: [] });
  if (query.archived !== 'any')
    where.push({ text: `archived_at IS ${query.archived === 'only' ? 'NOT NULL' : 'NULL'}`, params: [] });
  for (const filter of query.filters) where.push(condition(spec, filter));
  if (query.q) where.push(search(spec, query.q));
  return where;
}

function unfolded(spec: ListSpec, field: string, folded: readonly (string | null)[]): Statement[] {
  const column = columnOf(spec, { field, descending: false });
  const values = folded.filter((value) => value !== null);
  const nothing = folded.length > values.length;
  if (values.length === 0) return [{ text: `${column} IS NOT NULL`, params: [] }];
  const others = `${column} NOT IN (${marks(values)})`;
  return [{ text: nothing ? others : `(${column} IS NULL OR ${others})`, params: values }];
}

function condition(spec: ListSpec, filter: Filter): Statement {
  const field = spec.fields[filter.field];
  if (field?.sql) return field.sql(filter.operator, filter.values);
  const column = field ? field.column : customField(spec, filter.field);
  const values = filter.values.map((value) => stored(field?.kind, value));
  switch (filter.operator) {
    case 'in':
    case 'eq':
      return within(column, values);
    case 'ne':
      return { text: `(${column} IS NULL OR ${column} NOT IN (${marks(values)}))`, params: values };
    case 'contains':
      return { text: `${column} LIKE ?`, params: [`%${escapeLike(String(values[0]))}%`] };
    case 'startsWith':
      return { text: `${column} LIKE ?`, params: [`${escapeLike(String(values[0]))}%`] };
    case 'null':
      return {
        text: `${column} IS ${values[0] === 1 || filter.values[0] === 'true' ? 'NULL' : 'NOT NULL'}`,
        params: [],
      };
    case 'all':
      return { text: values.map(() => `JSON_CONTAINS(${column}, JSON_QUOTE(?))`).join(' AND '), params: values };
    default:
      return { text: `${column} ${COMPARISON[filter.operator]} ?`, params: values };
  }
}

/** Slugs are checked by the grammar; the path is still a parameter-free literal of [a-z0-9_-] only. */
function customField(spec: ListSpec, name: string): string {
  const slug = name.replace(/^cf\./, '').replace(/[^a-z0-9_-]/g, '');
  return `JSON_VALUE(${spec.customFields}, '$."${slug}"')`;
}

function stored(kind: string | undefined, value: string): unknown {
  if (kind === 'flag') return value === 'true' ? 1 : 0;
  if (kind === 'moment') return value.replace('T', ' ').replace('Z', '');
  return value;
}

function within(column: string, values: readonly unknown[]): Statement {
  return values.length === 1
    ? { text: `${column} = ?`, params: [...values] }
    : { text: `${column} IN (${marks(values)})`, params: [...values] };
}

function search(spec: ListSpec, text: string): Statement {
  const pattern = `%${escapeLike(text)}%`;
  return {
    text: `(${spec.search.map((column) => `${column} LIKE ?`).join(' OR ')})`,
    params: spec.search.map(() => pattern),
  };
}

/**
 * Rows beyond the cursor in the expanded form `a > x OR (a = x AND id > y)`: MariaDB does not use an index for row values.
 * NULL sorts first when ascending and last when descending.
 */
function keyset(spec: ListSpec, sort: readonly SortKey[], cursor: Cursor): Statement {
  const alternatives: string[] = [];
  const params: unknown[] = [];
  const equalText: string[] = [];
  const equalParams: unknown[] = [];
  sort.forEach((key, at) => {
    const column = columnOf(spec, key);
    const value = cursor.values[at] ?? null;
    const after = beyond(column, value, key.descending);
    if (after) {
      alternatives.push([...equalText, after.text].join(' AND '));
      params.push(...equalParams, ...after.params);
    }
    equalText.push(value === null ? `${column} IS NULL` : `${column} = ?`);
    if (value !== null) equalParams.push(value);
  });
  if (tied(spec, sort)) {
    alternatives.push([...equalText, cursor.before ? 'id < ?' : 'id > ?'].join(' AND '));
    params.push(...equalParams, cursor.id);
  }
  return { text: `(${alternatives.map((one) => `(${one})`).join(' OR ')})`, params };
}

/** Whether rows may share all sort keys, so that the id has to order them. */
function tied(spec: ListSpec, sort: readonly SortKey[]): boolean {
  return spec.unique === undefined || !sort.some((key) => key.field === spec.unique);
}

function beyond(column: string, value: string | null, descending: boolean): Statement | null {
  if (!descending)
    return value === null ? { text: `${column} IS NOT NULL`, params: [] } : { text: `${column} > ?`, params: [value] };
  return value === null ? null : { text: `(${column} < ? OR ${column} IS NULL)`, params: [value] };
}

function columnOf(spec: ListSpec, key: SortKey): string {
  const field = spec.fields[key.field];
  if (!field) throw new Error(`${spec.table} cannot be sorted by ${key.field}`);
  return field.column;
}

function joined(where: readonly Statement[]): Statement {
  if (where.length === 0) return { text: '', params: [] };
  return { text: ` WHERE ${where.map((one) => one.text).join(' AND ')}`, params: where.flatMap((one) => one.params) };
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
