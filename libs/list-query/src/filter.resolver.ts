import { filterField, filterNames, isOperator, operatorsOf, takesSeveral } from './field.operators';
import { checkValue } from './field.values';
import { MAX_VALUES } from './list-query.limits';
import type { Filter, ListField, ListShape, Operator } from './list-query.types';
import { clip, reason, unknownName, type Reason } from './query.problems';

/** One condition as it was written, before the shape has seen it. */
export interface Clause {
  pointer: string;
  field: string;
  /** Absent where the spelling names none: equality, or `in` for several values. */
  operator?: string;
  values: readonly string[];
  /** A chip's leading minus. */
  negated?: boolean;
}

/** Checks one condition against the shape. */
export function resolveFilter(shape: ListShape, clause: Clause, now: Date): Filter | Reason {
  const field = filterField(shape, clause.field);
  if (field === undefined) return unknownName('filter.unknown', clause.field, filterNames(shape));
  const operator = chosenOperator(field, clause);
  if (typeof operator !== 'string') return operator;
  const crowd = countProblem(operator, clause.values.length);
  if (crowd !== undefined) return crowd;
  const values = new Set<string>();
  for (const text of clause.values) {
    const value = checkValue({ field, operator, now }, text);
    if (typeof value !== 'string') return value;
    values.add(value);
  }
  return negated({ field: clause.field, operator, values: [...values] }, clause.negated === true);
}

function chosenOperator(field: ListField, clause: Clause): Operator | Reason {
  const allowed = operatorsOf(field);
  const name = clause.operator ?? plainOperator(allowed, clause);
  if (!isOperator(name)) return unknownName('operator.unknown', name, allowed);
  if (clause.negated === true && name !== 'ne' && name !== 'null') {
    return reason('operator.refused', 'A minus goes with "field:value" only.', { operator: name });
  }
  if (allowed.includes(name)) return name;
  const detail = `"${clip(clause.field)}" does not take ${name}. Allowed: ${allowed.join(', ')}.`;
  return reason('operator.refused', detail, { operator: name, allowed });
}

function plainOperator(allowed: readonly Operator[], { negated: not, values }: Clause): Operator {
  if (not === true) return 'ne';
  return values.length > 1 || !allowed.includes('eq') ? 'in' : 'eq';
}

function countProblem(operator: Operator, count: number): Reason | undefined {
  if (count === 0) return reason('value.empty', 'A filter needs a value.');
  if (count > MAX_VALUES) {
    return reason('value.too_many', `A filter takes at most ${MAX_VALUES} values.`, { max: MAX_VALUES });
  }
  if (count === 1 || takesSeveral(operator)) return undefined;
  return reason('value.too_many', `${operator} takes one value. Write \\, for a comma inside it.`, { max: 1 });
}

function negated(filter: Filter, not: boolean): Filter {
  if (!not || filter.operator !== 'null') return filter;
  return { ...filter, values: filter.values.map((value) => (value === 'true' ? 'false' : 'true')) };
}
