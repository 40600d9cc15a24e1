import { RESERVED_KEYS, parseQueryString } from '@st0r/list-query';
import { Invalid } from '../../../platform/errors';
import { listShape } from '../../../platform/list';

/** What belongs to one request and not to a view. */
const MOMENTARY = RESERVED_KEYS.filter((key) => !['q', 'sort', 'archived'].includes(key));

/** The parameters of a kept query string. */
export const paramsOf = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

/** A view must name a list there is, and ask it something it understands. */
export function requireReadable(list: string, query: string): void {
  const shape = listShape(list);
  if (!shape) throw Invalid.field('/list', 'unknown', `There is no list called "${list}".`);
  const params = paramsOf(query);
  const momentary = MOMENTARY.find((key) => key in params);
  if (momentary)
    throw Invalid.field(
      '/query',
      'momentary',
      `"${momentary}" belongs to one request. A view keeps filters and order.`,
    );
  const parsed = parseQueryString(shape, params);
  if (parsed.ok) return;
  const [problem] = parsed.problems;
  throw Invalid.field('/query', 'query', problem?.detail ?? 'This list does not understand the query.', {
    problems: parsed.problems,
  });
}
