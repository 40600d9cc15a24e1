import { describe, expect, it } from 'vitest';
import { completions, parseChips, toChips, type ListQuery } from './index';
import { NOON, TICKETS } from './ticket.fixture';

function read(text: string): ListQuery {
  const result = parseChips(TICKETS, text, NOON);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.query;
}

function suggested(text: string, caret = text.length): string[] {
  return completions(TICKETS, text, caret).map((one) => one.text);
}

describe('typing into the filter box', () => {
  it('reads chips as filters and the other words as the search', () => {
    const query = read('printer status:open,"on hold" due<2d name~fw -name:old toner');
    expect(query.q).toBe('printer toner');
    expect(query.filters).toEqual([
      { field: 'status', operator: 'in', values: ['open', 'on hold'] },
      { field: 'due', operator: 'lt', values: ['2026-11-23'] },
      { field: 'name', operator: 'contains', values: ['fw'] },
      { field: 'name', operator: 'ne', values: ['old'] },
    ]);
  });

  it('reads bounds, bracketed operators, custom fields, order and archive', () => {
    const query = read(
      'count>=2 due<=2026-12-01 count<9 tag[all]:a,b -address[null]:true cf.size:XL sort:-due archived:any',
    );
    expect(query.filters.map(({ field, operator, values }) => `${field} ${operator} ${values.join('+')}`)).toEqual([
      'count gte 2',
      'due lte 2026-12-01',
      'count lt 9',
      'tag all a+b',
      'address null false',
      'cf.size eq XL',
    ]);
    expect(query).toMatchObject({ sort: [{ field: 'due', descending: true }], archived: 'any' });
  });

  it.each(['fe80::1', 'aa:bb:cc:dd:ee:ff', 'https://portal.example', '10.0.0.1:8443', 'fw-01', '"status:open"', '-x'])(
    'searches for a pasted %s',
    (text) => {
      expect(read(text)).toMatchObject({ q: text.replaceAll('"', ''), filters: [] });
    },
  );

  it.each([
    ['colour:red', 'filter.unknown'],
    ['status:', 'value.empty'],
    ['status:opne', 'value.choice'],
    ['-due<2d', 'operator.refused'],
    ['due[before]:2d', 'operator.unknown'],
    ['name:"open', 'value.unclosed_quote'],
    ['status:open status:closed', 'filter.repeated'],
    ['archived:only,any', 'value.choice'],
    ['sort:due sort:name', 'parameter.repeated'],
    ['constructor:x', 'filter.unknown'],
  ])('refuses %s', (text, code) => {
    const result = parseChips(TICKETS, text, NOON);
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('says which chip is wrong and where it stands, while the others stay drawn', () => {
    const { chips } = parseChips(TICKETS, 'fw  status:opne due<2d', NOON);
    expect(chips).toMatchObject([
      { kind: 'word', start: 0, end: 2, text: 'fw' },
      {
        kind: 'filter',
        start: 4,
        end: 15,
        text: 'status:opne',
        problem: { pointer: '/chips/1', code: 'value.choice' },
      },
      { kind: 'filter', start: 16, end: 22, text: 'due<2d' },
    ]);
    expect(chips[2]).not.toHaveProperty('problem');
  });
});

describe('writing chips', () => {
  it('spells a query as a person would', () => {
    const text =
      'status:open,pending due<2026-12-01 name~"core fw" -name:old tag[all]:a,b archived:only sort:-due printer';
    expect(toChips(read(text))).toBe(text);
  });

  it('keeps a filter apart from an address, an order and a search that look alike', () => {
    const filters = [
      { field: 'fee', operator: 'eq' as const, values: ['a:b'] },
      { field: 'sort', operator: 'eq' as const, values: ['x'] },
    ];
    const text = toChips({ filters, q: 'status:open "x"' });
    expect(text).toBe('fee[eq]:a:b sort[eq]:x "status:open \\"x\\""');
    expect(read(text)).toMatchObject({ filters, q: 'status:open "x"' });
  });
});

describe('completing chips', () => {
  it('offers the fields that may be filtered, then their operators, then their values', () => {
    expect(suggested('fw st')).toEqual(['status:']);
    expect(suggested('no')).toEqual([]);
    expect(suggested('-st')).toEqual(['-status:']);
    expect(suggested('due')).toEqual(['due:', 'due<', 'due<=', 'due>', 'due>=', 'due[null]:']);
    expect(suggested('status:open,o')).toEqual(['open', '"on hold"']);
    expect(suggested('billable:')).toEqual(['true', 'false']);
    expect(suggested('due<3')).toEqual(['30d']);
    expect(suggested('sort:-d')).toEqual(['-due']);
    expect(suggested('archived:o')).toEqual(['only']);
    expect(suggested('tag')).toEqual(['tag[in]:', 'tag[all]:']);
  });

  it('replaces just the part before the caret', () => {
    expect(completions(TICKETS, 'status:open,pe due<2d', 14)).toEqual([
      { kind: 'value', text: 'pending', start: 12, end: 14 },
    ]);
    expect(completions(TICKETS, 'fw ', 3)[0]).toEqual({ kind: 'field', text: 'name:', start: 3, end: 3 });
  });

  it('stays silent inside a quoted search', () => {
    expect(suggested('"st')).toEqual([]);
  });
});
