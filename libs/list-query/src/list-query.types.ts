/** What a field holds; decides which operators it takes and how its values are checked. */
export type FieldKind = 'text' | 'int' | 'money' | 'day' | 'moment' | 'choice' | 'flag' | 'id' | 'ip' | 'mac';

/** Every comparison of the grammar, in the order the documentation lists them. */
export const OPERATORS = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'null', 'all'] as const;

/** One comparison. `in`, `ne` (none of) and `all` take one or more values; every other operator takes exactly one. */
export type Operator = (typeof OPERATORS)[number];

/** One field of a list. The shape is an allow-list: without `filter: true` or `sort: true` the field takes neither. */
export interface ListField {
  kind: FieldKind;
  choices?: readonly string[];
  filter?: boolean;
  sort?: boolean;
  /** Rows may stand in groups by it; for fields of few values. */
  group?: boolean;
  /** Replaces the operators the kind gives by default. */
  operators?: readonly Operator[];
}

/** What one list allows; both sides hold the same object. */
export interface ListShape {
  fields: Readonly<Record<string, ListField>>;
  defaultSort: readonly SortKey[];
  searchable: boolean;
  /** 200 unless told. */
  maxLimit?: number;
  /** 50 unless told, never above `maxLimit`. */
  defaultLimit?: number;
  /** 20 unless told. */
  maxFilters?: number;
  /** Allows `cf.<slug>` filters; their values stay text, because the shape cannot know their kind. */
  customFields?: boolean;
}

/** One column of the order; the id always breaks the remaining ties. */
export interface SortKey {
  field: string;
  descending: boolean;
}

/**
 * One checked condition; all conditions must hold. Values are normalised text: int and money (minor units) as decimal
 * digits, day as 2026-12-01, moment as 2026-12-01T10:00:00.000Z (up to six decimals), flag and `null` as true or false,
 * id, ip and mac in lower case.
 */
export interface Filter {
  field: string;
  operator: Operator;
  values: readonly string[];
}

/** A place between two rows: one value per sort key (null where the column was null) and the id of the row beside it. */
export interface Cursor {
  values: readonly (string | null)[];
  id: string;
  /** The page ends before that row instead of beginning after it. */
  before?: true;
}

/** One request for a page of a list, complete: defaults are filled in. */
export interface ListQuery {
  q?: string;
  filters: readonly Filter[];
  /** The order of rows; where rows stand in groups, the field of the groups comes first. */
  sort: readonly SortKey[];
  group?: string;
  /** Groups whose rows are left out, by value; null is the group of rows without one. */
  folded?: readonly (string | null)[];
  limit: number;
  cursor?: Cursor;
  total: boolean;
  fields?: readonly string[];
  include?: readonly string[];
  archived: 'no' | 'only' | 'any';
}

/** Why a query was refused. `pointer` is /query/<key>, /filter/<field>/<operator> or /chips/<number of the chip>. */
export interface QueryProblem {
  pointer: string;
  code: string;
  params: Record<string, unknown>;
  detail: string;
}

/** A complete query, or up to twenty reasons why there is none. */
export type ParseResult = { ok: true; query: ListQuery } | { ok: false; problems: readonly QueryProblem[] };
