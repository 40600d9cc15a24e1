import { describe, expect, it } from 'vitest';
import { parseQueryString, toQueryString, type ListQuery, type ListShape, type QueryProblem } from './index';
import { NOON, TICKETS } from './ticket.fixture';

type Params = Record<string, string | string[] | undefined>;

function read(params: Params): ListQuery {
  const result = parseQueryString(TICKETS, params, NOON);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.query;
}

function refused(params: Params): QueryProblem {
  const result = parseQueryString(TICKETS, params, NOON);
  if (result.ok || result.problems.length !== 1) throw new Error(`not one problem: ${JSON.stringify(result)}`);
  return result.problems[0]!;
}

describe('reading a list address', () => {
  it('fills in the page size, the order and the archive choice when the address says nothing', () => {
    expect(read({})).toEqual({
      filters: [],
      sort: [{ field: 'created', descending: true }],
      limit: 50,
      total: false,
      archived: 'no',
    });
  });

  it('reads every part of a full address', () => {
    const id = '0190F5A0-0000-7000-8000-000000000001';
    const query = read({
      status: 'open,pending',
      'due[lt]': '2026-12-01',
      'name[contains]': 'fw',
      'address[null]': 'true',
      'tag[all]': 'a,b',
      'cf.warranty[gte]': '2027-01-01',
      org: id,
      q: ' printer ',
      sort: '-priority,due',
      limit: '20',
      total: 'true',
      fields: 'id,name,org.name',
      include: 'org,tags',
      archived: 'any',
    });
    expect(query).toEqual({
      q: 'printer',
      filters: [
        { field: 'status', operator: 'in', values: ['open', 'pending'] },
        { field: 'due', operator: 'lt', values: ['2026-12-01'] },
        { field: 'name', operator: 'contains', values: ['fw'] },
        { field: 'address', operator: 'null', values: ['true'] },
        { field: 'tag', operator: 'all', values: ['a', 'b'] },
        { field: 'cf.warranty', operator: 'gte', values: ['2027-01-01'] },
        { field: 'org', operator: 'eq', values: [id.toLowerCase()] },
      ],
      sort: [
        { field: 'priority', descending: true },
        { field: 'due', descending: false },
      ],
      limit: 20,
      total: true,
      fields: ['id', 'name', 'org.name'],
      include: ['org', 'tags'],
      archived: 'any',
    });
  });

  it('keeps a comma that is escaped or quoted inside its value', () => {
    expect(read({ name: 'Smith\\, John' }).filters[0]?.values).toEqual(['Smith, John']);
    expect(read({ name: '"Smith, John", Ann' }).filters[0]?.values).toEqual(['Smith, John', 'Ann']);
    expect(read({ name: '\\\\srv\\share \\"x\\"' }).filters[0]?.values).toEqual(['\\srv\\share "x"']);
    expect(read({ name: '""' }).filters[0]?.values).toEqual(['']);
  });

  it('filters a field named like a part of the grammar when the operator is written out', () => {
    const query = read({ 'total[eq]': '1200', 'sort[eq]': 'x' });
    expect(query.filters.map((filter) => filter.field)).toEqual(['total', 'sort']);
    expect(toQueryString(query)).toContain('total%5Beq%5D=1200&sort%5Beq%5D=x');
  });

  it('takes one value of a field without equality as one of several', () => {
    expect(read({ tag: 'a' }).filters).toEqual([{ field: 'tag', operator: 'in', values: ['a'] }]);
  });
});

describe('writing a list address', () => {
  it('leaves out what is not said and encodes what a URL cannot hold', () => {
    expect(toQueryString({})).toBe('');
    const filters = [{ field: 'due', operator: 'lt' as const, values: ['2026-12-01'] }];
    expect(toQueryString({ q: 'a&b', filters, total: false })).toBe('q=a%26b&due%5Blt%5D=2026-12-01');
  });

  it('keeps one value and several values of a field apart', () => {
    const filters = [
      { field: 'name', operator: 'eq' as const, values: ['a'] },
      { field: 'name', operator: 'in' as const, values: ['a', 'b'] },
    ];
    expect(toQueryString({ filters })).toBe('name=a&name%5Bin%5D=a,b');
  });
});

describe('refusing a list address', () => {
  it.each<[string, Params, Partial<QueryProblem>]>([
    ['a repeated parameter', { status: ['open', 'closed'] }, { pointer: '/query/status', code: 'parameter.repeated' }],
    [
      'two spellings of one filter',
      { count: '1', 'count[eq]': '2' },
      { pointer: '/query/count[eq]', code: 'filter.repeated' },
    ],
    ['a misspelt operator', { 'due[before]': '2d' }, { pointer: '/query/due[before]', code: 'operator.unknown' }],
    ['an operator the kind lacks', { 'status[lt]': 'open' }, { code: 'operator.refused' }],
    ['a key with loose brackets', { 'due[lt': '2d' }, { code: 'parameter.format' }],
    [
      'a page of nothing',
      { limit: '0' },
      { pointer: '/query/limit', code: 'limit.range', params: { min: 1, max: 200 } },
    ],
    ['a page above the cap', { limit: '201' }, { code: 'limit.range' }],
    ['an unknown sort field', { sort: '-note' }, { pointer: '/query/sort', code: 'sort.unknown' }],
    ['a field sorted twice', { sort: 'due,-due' }, { code: 'sort.repeated' }],
    ['an order of six fields', { sort: 'a,b,c,d,e,f' }, { code: 'sort.count' }],
    ['an empty value', { 'name[contains]': '' }, { code: 'value.empty' }],
    ['a gap in a list', { status: 'open,,closed' }, { code: 'value.empty' }],
    ['an open quote', { name: '"fw' }, { code: 'value.unclosed_quote' }],
    ['text after a quote', { name: '"fw"x' }, { code: 'value.after_quote' }],
    ['two values where one belongs', { 'count[lt]': '1,2' }, { code: 'value.too_many', params: { max: 1 } }],
    ['201 values', { count: Array.from({ length: 201 }, (_, at) => at).join() }, { code: 'value.too_many' }],
    ['a value of 501 characters', { name: 'a'.repeat(501) }, { code: 'value.too_long', params: { max: 500 } }],
    ['a search of 501 characters', { q: 'a'.repeat(501) }, { pointer: '/query/q', code: 'value.too_long' }],
    ['a custom field with an odd name', { 'cf.a b': '1' }, { code: 'filter.unknown' }],
    ['an odd field name', { fields: 'id,drop table' }, { code: 'name.format' }],
    ['an unknown archive choice', { archived: 'yes' }, { code: 'value.choice' }],
    ['a total that is no truth value', { total: '1' }, { code: 'value.choice' }],
  ])('refuses %s', (_, params, expected) => {
    expect(refused(params)).toMatchObject(expected);
  });

  it('names the allowed filters, operators and choices', () => {
    expect(refused({ colour: 'red' })).toMatchObject({ pointer: '/query/colour', code: 'filter.unknown' });
    expect(refused({ colour: 'red' }).detail).toContain('name, count, total, due');
    expect(refused({ colour: 'red' }).detail).not.toContain('note');
    expect(refused({ 'billable[lt]': 'true' }).params).toMatchObject({ allowed: ['eq', 'null'] });
    expect(refused({ status: 'opne' }).detail).toContain('open, pending, on hold, closed');
  });

  it('knows no field by the name of an object member', () => {
    const params = JSON.parse('{"__proto__":"x","constructor":"x","toString[eq]":"x"}') as Params;
    const result = parseQueryString(TICKETS, params, NOON);
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual(Array(3).fill('filter.unknown'));
  });

  it('allows as many filters as the shape says and no more', () => {
    const shape = { ...TICKETS, maxFilters: 1 };
    expect(parseQueryString(shape, { count: '1' }).ok).toBe(true);
    const two = parseQueryString(shape, { count: '1', due: '2d' });
    expect(two.ok ? [] : two.problems).toMatchObject([{ pointer: '/query/due', code: 'filter.too_many' }]);
  });

  it('refuses a search on a list that has none and custom fields where there are none', () => {
    const shape = { ...TICKETS, searchable: false, customFields: false };
    const result = parseQueryString(shape, { q: 'x', 'cf.a': '1' });
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([
      'filter.unknown',
      'search.refused',
    ]);
  });

  it('lists at most twenty reasons and never echoes a long name', () => {
    const params = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${'x'.repeat(90)}${at}`, '"']));
    const result = parseQueryString(TICKETS, params);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(20);
    expect(problems.every((problem) => problem.pointer.length < 80)).toBe(true);
  });
});

describe('groups', () => {
  const shape: ListShape = {
    fields: {
      name: { kind: 'text', sort: true },
      status: { kind: 'choice', choices: ['open', 'closed'], sort: true, group: true },
      site: { kind: 'id', group: true },
    },
    defaultSort: [{ field: 'name', descending: false }],
    searchable: false,
  };
  const query = (params: Record<string, string>) => {
    const result = parseQueryString(shape, params);
    return result.ok ? result.query : result.problems[0];
  };

  it('come first in the order, in the direction somebody asked for', () => {
    const name = { field: 'name', descending: false };
    expect(query({ group: 'status' })).toMatchObject({ sort: [{ field: 'status', descending: false }, name] });
    expect(query({ group: 'site' })).toMatchObject({ sort: [{ field: 'site', descending: false }, name] });
    expect(query({ group: 'status', sort: 'name,-status' })).toMatchObject({
      sort: [{ field: 'status', descending: true }, name],
    });
  });

  it('are folded by value; the empty text is the group of rows without one', () => {
    const given = query({ group: 'status', folded: 'closed,""' });
    expect(given).toMatchObject({ group: 'status', folded: ['closed', null] });
    const written = Object.fromEntries(new URLSearchParams(toQueryString(given as ListQuery)));
    expect(query(written)).toEqual(given);
  });

  it.each([
    [{ group: 'name' }, '/query/group', 'group.unknown'],
    [{ folded: 'open' }, '/query/folded', 'folded.no_group'],
    [{ group: 'status', folded: 'red' }, '/query/folded', 'value.choice'],
    [{ group: 'site', folded: 'Berlin' }, '/query/folded', 'value.format'],
  ])('%j is refused at %s', (params, pointer, code) => {
    expect(query(params)).toMatchObject({ pointer, code });
  });
});
