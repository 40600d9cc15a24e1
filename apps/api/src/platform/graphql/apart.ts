import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context';

/**
 * Fields at the root of a query are resolved at the same time, each for its own organisation and permission: each is given
 * a context of its own, so that what one is limited to is not what its neighbour reads by. Mutations come one after the other.
 */
export function eachFieldApart(schema: GraphQLSchema, context: RequestContext): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve) field.resolve = (...asked) => context.apart(() => resolve(...asked) as unknown);
  }
  return schema;
}
