import { Field, InputType, Int as GraphInt, type ReturnTypeFuncValue } from '@nestjs/graphql';
import { operatorsOf, type FieldKind, type ListField, type Operator } from '@st0r/list-query';
import type { ListSpec } from '../list';

type InputClass = new () => object;
const conditions = new Map<string, InputClass>();

/** `AssetFilter`: one optional condition per filterable field; the same allow-list as REST. */
export function filterInput(title: string, list: ListSpec): InputClass {
  class Filter {}
  for (const [name, field] of Object.entries(list.shape.fields)) {
    if (!field.filter || !/^[A-Za-z]\w*$/.test(name)) continue;
    const condition = conditionInput(field);
    Field(() => condition, { nullable: true })(Filter.prototype, name);
  }
  InputType(`${title}Filter`)(Filter);
  return Filter;
}

/** One input type per kind and set of operators, e.g. `TextCondition`. */
function conditionInput(field: ListField): InputClass {
  const operators = operatorsOf(field);
  const name = conditionName(field.kind, operators, field);
  const known = conditions.get(name);
  if (known) return known;
  class Condition {}
  for (const operator of operators) {
    Field(() => operandType(field.kind, operator), { nullable: true })(Condition.prototype, operator);
  }
  InputType(name)(Condition);
  conditions.set(name, Condition);
  return Condition;
}

function conditionName(kind: FieldKind, operators: readonly Operator[], field: ListField): string {
  const base = kind.charAt(0).toUpperCase() + kind.slice(1);
  return field.operators
    ? `${base}${operators.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')}Condition`
    : `${base}Condition`;
}

function operandType(kind: FieldKind, operator: Operator): ReturnTypeFuncValue {
  if (operator === 'null') return Boolean;
  const one = kind === 'int' ? GraphInt : kind === 'flag' ? Boolean : String;
  return operator === 'in' || operator === 'all' || operator === 'ne' ? [one] : one;
}
