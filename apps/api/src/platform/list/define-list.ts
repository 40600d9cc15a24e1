import type { ListField, ListShape, SortKey } from '@st0r/list-query';
import { ownershipOf, snake, type EntityClass } from '../database';

/** One field of a list and the column behind it. */
export interface ListFieldSpec extends ListField {
  /** Column, when it is not the field's name in snake_case. */
  column?: string;
  /** Ready SQL of a condition that needs more than a column, e.g. an EXISTS over a child table. */
  sql?: (operator: string, values: readonly string[]) => { text: string; params: unknown[] };
}

export interface ListOptions {
  entity: EntityClass;
  fields: Record<string, ListFieldSpec>;
  /** Columns a free-text search looks into. */
  search?: readonly string[];
  defaultSort: string;
  /** JSON column with custom fields, when the entity has one. */
  customFields?: string;
  /** Field whose values are unique: sorted by it, no id is needed to break ties, and its own index gives the order. */
  unique?: string;
  /** Replaces the organisation predicate for rows that belong to the installation, e.g. `organisation_id <=> NULL`. */
  instead?: string;
}

/** A list as declared: the shape both faces parse against, and where each field lives. */
export interface ListSpec {
  readonly shape: ListShape;
  readonly table: string;
  readonly scopeColumn: string | null;
  readonly fields: Readonly<Record<string, ListFieldSpec & { column: string }>>;
  readonly search: readonly string[];
  readonly customFields?: string;
  readonly unique?: string;
  readonly instead?: string;
}

const named = new Map<string, ListShape>();

/** Makes a list known by the path it is served at, for those who keep queries of lists. */
export function nameList(path: string, { shape }: ListSpec): void {
  named.set(path, shape);
}

/** The shape of the list served at a path; undefined where there is none. */
export const listShape = (path: string): ListShape | undefined => named.get(path);

/** An explicit allow-list of what may be searched, filtered and sorted. */
export function defineList(options: ListOptions): ListSpec {
  const ownership = ownershipOf(options.entity);
  const fields = Object.fromEntries(
    Object.entries(options.fields).map(([name, field]) => [name, { ...field, column: field.column ?? snake(name) }]),
  );
  return {
    table: ownership.table,
    scopeColumn: ownership.kind === 'organisation' && !options.instead ? snake(ownership.scopedBy) : null,
    fields,
    search: options.search ?? [],
    customFields: options.customFields,
    unique: options.unique,
    instead: options.instead,
    shape: {
      fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)])),
      defaultSort: sortKeys(options.defaultSort),
      searchable: (options.search ?? []).length > 0,
      customFields: options.customFields !== undefined,
    },
  };
}

const shapeOf = ({ kind, choices, filter, sort, group, operators }: ListFieldSpec): ListField => ({
  kind,
  ...(choices ? { choices } : {}),
  filter: filter ?? true,
  sort: sort ?? false,
  ...(group ? { group } : {}),
  ...(operators ? { operators } : {}),
});

function sortKeys(text: string): SortKey[] {
  return text.split(',').map((key) => ({ field: key.replace(/^-/, ''), descending: key.startsWith('-') }));
}
