import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function textScalar(name: string, description: string, pattern: RegExp): GraphQLScalarType {
  const check = (value: unknown): string => {
    if (value instanceof Date) return value.toISOString();
    if (typeof value !== 'string' || !pattern.test(value)) throw new TypeError(`${name} expects ${description}`);
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: check,
    parseValue: check,
    parseLiteral: (node: ValueNode) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** GraphQL scalar of a calendar day. */
export const DayScalar = textScalar('Day', 'a calendar day as YYYY-MM-DD', /^\d{4}-\d{2}-\d{2}$/);

/** GraphQL scalar of a point in time. */
export const MomentScalar = textScalar('Moment', 'a point in time, ISO 8601 in UTC', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/);

/** GraphQL scalar of a free-form JSON object; literals in the query text are refused, use variables. */
export const JsonScalar = new GraphQLScalarType({
  name: 'Json',
  description: 'a JSON value, passed as a variable',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: () => {
    throw new TypeError('Json expects a variable');
  },
});

/** GraphQL scalar of amounts in minor units, beyond 32 bits. */
export const MoneyScalar = new GraphQLScalarType({
  name: 'Money',
  description: 'an amount in integer minor units',
  serialize: (value) => Number(value),
  parseValue: wholeNumber,
  parseLiteral: (node: ValueNode) => wholeNumber(node.kind === Kind.INT ? Number(node.value) : undefined),
});

function wholeNumber(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new TypeError('Money expects a whole number of minor units');
  return value as number;
}
