import { OPERATORS, type FieldKind, type ListField, type ListShape, type Operator } from './list-query.types';

const EXACT = ['eq', 'ne', 'in', 'null'] as const;
const ORDERED = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'null'] as const;

const BY_KIND: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: ['eq', 'ne', 'in', 'contains', 'startsWith', 'null'],
  int: ORDERED,
  money: ORDERED,
  day: ORDERED,
  moment: ORDERED,
  choice: EXACT,
  flag: ['eq', 'null'],
  id: EXACT,
  ip: ORDERED,
  mac: ['eq', 'ne', 'in', 'startsWith', 'null'],
};

/** A custom field is compared as text here; whoever knows its kind may refuse more. */
const CUSTOM_FIELD: ListField = { kind: 'text', filter: true, operators: OPERATORS.filter((name) => name !== 'all') };
const CUSTOM_NAME = /^cf\.[a-z0-9][a-z0-9_-]{0,62}$/;
const SEVERAL: ReadonlySet<Operator> = new Set(['in', 'ne', 'all']);

/** The operators a field takes. */
export function operatorsOf(field: ListField): readonly Operator[] {
  return field.operators ?? BY_KIND[field.kind];
}

/** Whether the operator compares with a list of values. */
export function takesSeveral(operator: Operator): boolean {
  return SEVERAL.has(operator);
}

/** Narrows text to an operator of the grammar. */
export function isOperator(text: string): text is Operator {
  return (OPERATORS as readonly string[]).includes(text);
}

/** The filterable field of that name, custom fields included, or undefined. */
export function filterField(shape: ListShape, name: string): ListField | undefined {
  if (shape.customFields === true && CUSTOM_NAME.test(name)) return CUSTOM_FIELD;
  // Own properties only: `constructor` and `__proto__` are not fields.
  const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  return field?.filter === true ? field : undefined;
}

/** Names of the fields a list may be filtered by; `cf.<slug>` stands for any custom field. */
export function filterNames(shape: ListShape): string[] {
  const names = Object.keys(shape.fields).filter((name) => shape.fields[name]?.filter === true);
  return shape.customFields === true ? [...names, 'cf.<slug>'] : names;
}

/** Names of the fields whose values may group a list. */
export function groupNames(shape: ListShape): string[] {
  return Object.keys(shape.fields).filter((name) => shape.fields[name]?.group === true);
}

/** Names of the fields a list may be sorted by. */
export function sortNames(shape: ListShape): string[] {
  return Object.keys(shape.fields).filter((name) => shape.fields[name]?.sort === true);
}
