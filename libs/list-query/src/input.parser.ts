import type { ListShape, ParseResult } from './list-query.types';
import { pointerTo, Problems, reason } from './query.problems';
import { resolveDraft, type Draft } from './query.resolver';

/** One value of the JSON spelling. */
export type InputValue = string | number | boolean;

/** The conditions on one field: a value, several, or one entry per operator. Null counts as left out. */
export type InputFilter =
  | InputValue
  | readonly InputValue[]
  | { readonly [operator: string]: InputValue | readonly InputValue[] | null | undefined };

/** The GraphQL and JSON spelling of a list query; values are taken as they are, commas included. */
export interface ListInput {
  filter?: { readonly [field: string]: InputFilter | null | undefined } | null;
  sort?: readonly string[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  q?: string | null;
  total?: boolean | null;
  fields?: readonly string[] | null;
  include?: readonly string[] | null;
  archived?: string | null;
  group?: string | null;
  folded?: readonly string[] | null;
}

const SCALARS = {
  first: 'limit',
  after: 'cursor',
  last: 'limit',
  before: 'cursor',
  q: 'q',
  total: 'total',
  archived: 'archived',
  group: 'group',
} as const;
const LISTS = ['sort', 'fields', 'include', 'folded'] as const;
const KNOWN: readonly string[] = ['filter', ...Object.keys(SCALARS), ...LISTS];

const FORMAT = reason('input.format', 'A value is text, a number or a boolean, or a list of these.');

/** Reads the JSON spelling, e.g. `{ filter: { due: { lt: '2d' } }, sort: ['-priority'], first: 20 }`. Never throws. */
export function parseInput(shape: ListShape, input: ListInput, now: Date = new Date()): ParseResult {
  const problems = new Problems();
  const draft: Draft = { clauses: [] };
  for (const [key, value] of entries(input)) {
    if (problems.full) break;
    if (value === null || value === undefined) continue;
    if (key === 'filter') addFilters(draft, value, problems);
    else addPart(draft, { key, value }, problems);
  }
  return resolveDraft(shape, draft, { now, problems });
}

function addPart(draft: Draft, { key, value }: { key: string; value: unknown }, problems: Problems): void {
  const pointer = pointerTo(key);
  const list = LISTS.find((name) => name === key);
  const values = texts(value);
  if (values === undefined) problems.add(pointer, FORMAT);
  else if (list !== undefined) draft[list] = { value: values, pointer };
  else if (isScalar(key) && values.length === 1) addScalar(draft, { key, text: values[0] ?? '' }, problems);
  else problems.add(pointer, reason('input.unknown', `Known parts: ${KNOWN.join(', ')}.`, { allowed: KNOWN }));
}

function addScalar(draft: Draft, part: { key: keyof typeof SCALARS; text: string }, problems: Problems): void {
  const { key, text } = part;
  const name = SCALARS[key];
  if (draft[name] !== undefined) {
    problems.add(
      pointerTo(key),
      reason('input.contradiction', 'A page goes forward (first, after) or back (last, before).'),
    );
    return;
  }
  draft[name] = { value: text, pointer: pointerTo(key) };
  if (key === 'before') draft.back = true;
}

function addFilters(draft: Draft, filter: unknown, problems: Problems): void {
  if (texts(filter) !== undefined) problems.add(pointerTo('filter'), FORMAT);
  for (const [field, condition] of entries(filter)) {
    if (problems.full) return;
    if (condition === null || condition === undefined) continue;
    const plain = texts(condition);
    if (plain !== undefined) draft.clauses.push({ pointer: pointerTo('filter', field), field, values: plain });
    else addOperators(draft, { field, condition }, problems);
  }
}

function addOperators(draft: Draft, part: { field: string; condition: unknown }, problems: Problems): void {
  const { field, condition } = part;
  for (const [operator, value] of entries(condition)) {
    if (problems.full) return;
    if (value === null || value === undefined) continue;
    const pointer = pointerTo('filter', field, operator);
    const values = texts(value);
    if (values === undefined) problems.add(pointer, FORMAT);
    else draft.clauses.push({ pointer, field, operator, values });
  }
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isScalar(key: string): key is keyof typeof SCALARS {
  return Object.hasOwn(SCALARS, key);
}

function texts(value: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isInputValue) ? list.map(String) : undefined;
}

function isInputValue(value: unknown): value is InputValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
