import { describe, expect, it } from 'vitest';
import { encodeCursor, parseInput, parseQueryString, type ListInput } from './index';
import { NOON, TICKETS } from './ticket.fixture';

function problemsOf(input: unknown) {
  const result = parseInput(TICKETS, input as ListInput, NOON);
  return result.ok ? [] : result.problems;
}

describe('the JSON spelling of a list', () => {
  it('means the same as the address', () => {
    const after = encodeCursor([{ field: 'priority', descending: true }], { values: ['3'], id: 'row' });
    const json = parseInput(
      TICKETS,
      {
        filter: { status: { in: ['open', 'pending'] }, due: { lt: '2d', gte: null }, count: 3, billable: { eq: true } },
        sort: ['-priority'],
        first: 20,
        after,
        q: 'fw',
        total: true,
        archived: 'only',
      },
      NOON,
    );
    const address = parseQueryString(
      TICKETS,
      {
        status: 'open,pending',
        'due[lt]': '2d',
        count: '3',
        billable: 'true',
        sort: '-priority',
        limit: '20',
        cursor: after,
        q: 'fw',
        total: 'true',
        archived: 'only',
      },
      NOON,
    );
    expect(json.ok).toBe(true);
    expect(json).toEqual(address);
  });

  it('takes values as they are, commas and quotes included', () => {
    const result = parseInput(TICKETS, { filter: { name: { eq: '"a", b' } } }, NOON);
    expect(result.ok && result.query.filters[0]?.values).toEqual(['"a", b']);
  });

  it('treats null as left out', () => {
    expect(parseInput(TICKETS, { filter: null, sort: null, first: null, q: null })).toEqual(parseInput(TICKETS, {}));
  });

  it.each<[string, unknown, object]>([
    ['an unknown field', { filter: { colour: 'red' } }, { pointer: '/filter/colour', code: 'filter.unknown' }],
    ['an unknown operator', { filter: { due: { before: '2d' } } }, { pointer: '/filter/due/before' }],
    ['a nested value', { filter: { due: { lt: { a: 1 } } } }, { pointer: '/filter/due/lt', code: 'input.format' }],
    ['an empty list', { filter: { status: { in: [] } } }, { code: 'value.empty' }],
    ['a filter that is no object', { filter: 'x' }, { pointer: '/filter', code: 'input.format' }],
    ['a page of nothing', { first: 0 }, { pointer: '/first', code: 'limit.range' }],
    ['half a row', { first: 1.5 }, { pointer: '/first', code: 'limit.range' }],
    ['an unknown part', { where: 'x' }, { pointer: '/where', code: 'input.unknown' }],
    ['a prototype key', JSON.parse('{"filter":{"__proto__":{"eq":"x"}}}'), { code: 'filter.unknown' }],
  ])('refuses %s', (_, input, expected) => {
    expect(problemsOf(input)).toMatchObject([expected]);
  });
});
