import { FindOperator } from 'typeorm';
import type { Statement } from './statement';

/** A property's column, and a value of it as the driver takes it. */
type Named = (property: string, value: unknown) => { column: string; value: unknown };

const COMPARISON: Readonly<Record<string, string>> = {
  moreThan: '>',
  moreThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  not: '<>',
};

/** ` WHERE ...` for plain conditions, all of which must hold. A condition without a value would widen the read: it throws. */
export function conditionsOf(where: Readonly<Record<string, unknown>>, named: Named): Statement {
  const parts = Object.entries(where).map(([property, wanted]) => condition(property, wanted, named));
  if (parts.length === 0) return { text: '', params: [] };
  return {
    text: ` WHERE ${parts.map(({ text }) => text).join(' AND ')}`,
    params: parts.flatMap(({ params }) => params),
  };
}

function condition(property: string, wanted: unknown, named: Named): Statement {
  if (wanted === undefined) throw new Error(`The condition on ${property} has no value.`);
  const one = (value: unknown) => named(property, value);
  const { column } = one(null);
  if (wanted === null) return { text: `${column} IS NULL`, params: [] };
  if (!(wanted instanceof FindOperator)) return { text: `${column} = ?`, params: [one(wanted).value] };
  const { type, value, child } = wanted as FindOperator<unknown>;
  if (type === 'isNull') return { text: `${column} IS NULL`, params: [] };
  if (type === 'in')
    return within(
      column,
      (value as readonly unknown[]).map((each) => one(each).value),
    );
  if (type === 'not' && child?.type === 'isNull') return { text: `${column} IS NOT NULL`, params: [] };
  const comparison = COMPARISON[type];
  if (!comparison || child) throw new Error(`Conditions by "${type}" are written as statements, not as objects.`);
  return { text: `${column} ${comparison} ?`, params: [one(value).value] };
}

function within(column: string, values: readonly unknown[]): Statement {
  if (values.length === 0) return { text: '0=1', params: [] };
  if (values.length === 1) return { text: `${column} = ?`, params: [values[0]] };
  return { text: `${column} IN (${values.map(() => '?').join(', ')})`, params: [...values] };
}
