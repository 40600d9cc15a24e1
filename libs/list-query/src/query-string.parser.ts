import type { ListShape, ParseResult } from './list-query.types';
import { Problems, reason } from './query.problems';
import { queryPointer, resolveDraft, type Draft, type Given } from './query.resolver';
import { splitValues } from './value-list.text';

/** Keys that are not filters; a field of such a name is filtered with its operator written out: `total[eq]=5`. */
const PLAIN = ['q', 'limit', 'cursor', 'total', 'archived', 'group'] as const;
const LISTS = ['sort', 'fields', 'include', 'folded'] as const;

/** Every key of the query string that names no field. */
export const RESERVED_KEYS: readonly string[] = [...PLAIN, ...LISTS];

const KEY = /^([^[\]]{1,100})(?:\[([^[\]]{0,40})\])?$/;

/**
 * Reads decoded query-string parameters (`status=open,pending`, `due[lt]=2026-12-01`, `sort=-priority,due`). Never
 * throws; a repeated key is refused. Relative days are counted from `now`.
 */
export function parseQueryString(
  shape: ListShape,
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
  now: Date = new Date(),
): ParseResult {
  const problems = new Problems();
  const draft: Draft = { clauses: [] };
  for (const [key, value] of Object.entries(params)) {
    if (problems.full) break;
    if (value === undefined) continue;
    const text = onlyValue(value);
    if (text === undefined) problems.add(queryPointer(key), REPEATED);
    else addParameter(draft, { key, text }, problems);
  }
  return resolveDraft(shape, draft, { now, problems });
}

const REPEATED = reason('parameter.repeated', 'This parameter stands more than once. Write its values with commas.');
const KEY_FORMAT = reason('parameter.format', 'A filter is written field=value or field[operator]=value.');

function onlyValue(value: unknown): string | undefined {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'string' ? only : undefined;
}

function addParameter(draft: Draft, { key, text }: { key: string; text: string }, problems: Problems): void {
  const pointer = queryPointer(key);
  const plain = PLAIN.find((name) => name === key);
  if (plain !== undefined) {
    draft[plain] = { value: text, pointer };
    return;
  }
  const list = splitValues(text);
  if (!list.ok) problems.add(pointer, list.reason);
  else addList(draft, { key, given: { value: list.values, pointer } }, problems);
}

function addList(draft: Draft, part: { key: string; given: Given<string[]> }, problems: Problems): void {
  const { key, given } = part;
  const reserved = LISTS.find((name) => name === key);
  if (reserved !== undefined) {
    draft[reserved] = given;
    return;
  }
  const match = KEY.exec(key);
  if (match === null) problems.add(given.pointer, KEY_FORMAT);
  else draft.clauses.push({ pointer: given.pointer, field: match[1] ?? '', operator: match[2], values: given.value });
}
