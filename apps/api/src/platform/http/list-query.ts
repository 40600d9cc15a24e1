import {
  parseInput,
  parseQueryString,
  type ListInput,
  type ListQuery,
  type ListShape,
  type ParseResult,
} from '@st0r/list-query';
import { Invalid } from '../errors';

/** The checked query of a REST list; `org` belongs to the guard, not to the list. */
export function readListQuery(shape: ListShape, params: Record<string, string | string[] | undefined>): ListQuery {
  const { org: _scope, ...rest } = params;
  return accepted(parseQueryString(shape, rest));
}

/** The checked query of a GraphQL list. */
export function readListInput(shape: ListShape, input: ListInput): ListQuery {
  return accepted(parseInput(shape, input));
}

function accepted(result: ParseResult): ListQuery {
  if (result.ok) return result.query;
  throw new Invalid('query.invalid', { detail: result.problems[0]?.detail, errors: result.problems });
}
