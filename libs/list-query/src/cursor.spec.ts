import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, parseQueryString, type SortKey } from './index';
import { TICKETS } from './ticket.fixture';

const BY_DUE: SortKey[] = [
  { field: 'due', descending: true },
  { field: 'name', descending: false },
];
const CURSOR = { values: [null, 'Zürich ✓ "a"'], id: '0190f5a0-0000-7000-8000-000000000001' };

function codesOf(params: Record<string, string>): string[] {
  const result = parseQueryString(TICKETS, params);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

describe('a page cursor', () => {
  it('comes back as it was given, in characters a URL takes unescaped', () => {
    const text = encodeCursor(BY_DUE, CURSOR);
    expect(text).toMatch(/^[\w-]+$/);
    expect(decodeCursor(BY_DUE, text)).toEqual(CURSOR);
  });

  it('remembers that it leads back', () => {
    const back = { ...CURSOR, before: true } as const;
    expect(decodeCursor(BY_DUE, encodeCursor(BY_DUE, back))).toEqual(back);
    expect(codesOf({ sort: 'due,name', cursor: encodeCursor(BY_DUE, back) })).toEqual(['cursor.other_sort']);
  });

  it('continues the list it was made for', () => {
    const result = parseQueryString(TICKETS, { sort: '-due,name', cursor: encodeCursor(BY_DUE, CURSOR) });
    expect(result.ok && result.query.cursor).toEqual(CURSOR);
  });

  it('is refused by another order, and says so', () => {
    expect(codesOf({ sort: 'due,name', cursor: encodeCursor(BY_DUE, CURSOR) })).toEqual(['cursor.other_sort']);
    expect(decodeCursor([BY_DUE[0]!], encodeCursor(BY_DUE, CURSOR))).toBeUndefined();
  });

  it.each(['', '!', 'abc', btoa('{}'), btoa('["created",1]'), btoa('["-created","id",5]'), 'A'.repeat(9000)])(
    'is refused when it cannot be read: %.20s',
    (cursor) => {
      expect(codesOf({ cursor: cursor.replaceAll('=', '') })).toEqual(['cursor.invalid']);
    },
  );

  it('is refused when it holds fewer values than the order has keys', () => {
    expect(decodeCursor(BY_DUE, encodeCursor(BY_DUE, { values: ['a'], id: 'x' }))).toBeUndefined();
  });
});
