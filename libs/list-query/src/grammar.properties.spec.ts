import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completions, parseChips, parseInput, parseQueryString, toChips, toQueryString } from './index';
import type { Cursor, Filter, ListInput, ListQuery, SortKey } from './index';
import { NOON, TICKETS } from './ticket.fixture';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('"', '\\', ',', ' ', ':', '<', '-', '[', ']', '\n', 'a', 'é'), maxLength: 20 }),
);
const number = fc.integer().map(String);
const day = fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
const valuesOf = (value: fc.Arbitrary<string>) => fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
const filterOn = (
  fields: string[],
  operators: Filter['operator'][],
  values: fc.Arbitrary<string[]>,
): fc.Arbitrary<Filter> =>
  fc.record({ field: fc.constantFrom(...fields), operator: fc.constantFrom(...operators), values });

const filter = fc.oneof(
  filterOn(['name', 'fee', 'sort', 'cf.size'], ['ne', 'in'], valuesOf(text)),
  filterOn(['name', 'fee', 'sort', 'cf.size'], ['eq', 'contains', 'startsWith'], fc.tuple(text)),
  filterOn(['tag'], ['in', 'all'], valuesOf(text)),
  filterOn(['total', 'count'], ['eq', 'lt', 'lte', 'gt', 'gte'], fc.tuple(number)),
  filterOn(['due'], ['eq', 'lt', 'gte'], fc.tuple(day.map((date) => date.toISOString().slice(0, 10)))),
  filterOn(['created'], ['eq', 'lt', 'gte'], fc.tuple(day.map((date) => date.toISOString()))),
  filterOn(['status'], ['ne', 'in'], fc.subarray(['open', 'on hold', 'closed'], { minLength: 1 })),
  filterOn(['name', 'mac', 'org'], ['null'], fc.tuple(fc.constantFrom('true', 'false'))),
);
const filters = fc.uniqueArray(filter, { maxLength: 8, selector: ({ field, operator }) => `${field} ${operator}` });
const sort: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({ field: fc.constantFrom('name', 'due', 'priority'), descending: fc.boolean() }),
  { minLength: 1, maxLength: 3, selector: (key) => key.field },
);
const search = text.map((raw) => raw.trim()).filter((trimmed) => trimmed !== '');
const cursorFor = (keys: SortKey[]): fc.Arbitrary<Cursor> =>
  fc.record({
    values: fc.array(fc.option(text), { minLength: keys.length, maxLength: keys.length }),
    id: fc.uuid(),
  });

const query: fc.Arbitrary<ListQuery> = sort.chain((keys) =>
  fc.record(
    {
      filters,
      sort: fc.constant(keys),
      limit: fc.integer({ min: 1, max: 200 }),
      total: fc.boolean(),
      archived: fc.constantFrom('no' as const, 'only' as const, 'any' as const),
      q: search,
      cursor: cursorFor(keys),
      fields: fc.subarray(['id', 'name', 'org.name'], { minLength: 1 }),
      include: fc.subarray(['org', 'tags'], { minLength: 1 }),
    },
    { requiredKeys: ['filters', 'sort', 'limit', 'total', 'archived'] },
  ),
);

describe('every query of a list', () => {
  it('survives being written into an address and read again', () => {
    fc.assert(
      fc.property(query, (given) => {
        const params = Object.fromEntries(new URLSearchParams(toQueryString(given)));
        expect(parseQueryString(TICKETS, params, NOON)).toEqual({ ok: true, query: given });
      }),
      { numRuns: 500 },
    );
  });

  it('survives being written as chips and read again', () => {
    fc.assert(
      fc.property(query, (given) => {
        const { filters: conditions, sort: keys, archived, q } = given;
        const expected = { filters: conditions, sort: keys, archived, ...(q === undefined ? {} : { q }) };
        const result = parseChips(TICKETS, toChips(given), NOON);
        expect(result.ok && result.query).toEqual({ ...expected, limit: 50, total: false });
      }),
      { numRuns: 500 },
    );
  });
});

const keys = fc.oneof(
  text,
  fc.constantFrom('name', 'due[lt]', 'sort', 'cursor', 'limit', '__proto__', 'constructor', 'filter'),
);

describe('anything a stranger may send', () => {
  it('is answered with a query or with reasons, never with a crash', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(text, fc.anything())), text, fc.integer(), (params, typed, caret) => {
        const answers = [
          parseQueryString(TICKETS, params as Record<string, string>, NOON),
          parseInput(TICKETS, params as ListInput, NOON),
          parseInput(TICKETS, { filter: params } as ListInput, NOON),
          parseChips(TICKETS, typed, NOON),
        ];
        completions(TICKETS, typed, caret);
        for (const answer of answers) expect(answer.ok || answer.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  // Each unit aims at one loop or pattern; a quadratic one would need 10^10 steps here.
  it.each(['a', '"', '\\', ',', ' ', ':', 'a:', 'a,', '-', '<', '"a" ', '\\,', 'a[', '0:', 'name:"', 'a.', '://'])(
    'is read to its end when it is a hundred kilobytes of %j',
    (unit) => {
      const long = unit.repeat(100_000 / unit.length);
      const params = { name: long, q: long, [long]: long, sort: long, cursor: long, fields: long, due: long };
      expect(parseQueryString(TICKETS, params, NOON).ok).toBe(false);
      expect(parseInput(TICKETS, { filter: { name: long, mac: long, address: long }, after: long }, NOON).ok).toBe(
        false,
      );
      const chips = parseChips(TICKETS, long, NOON);
      expect(JSON.stringify(chips.ok ? [] : chips.problems).length).toBeLessThan(20_000);
      expect(completions(TICKETS, long, long.length).length).toBeLessThanOrEqual(20);
    },
  );
});
