import { describe, expect, it } from 'vitest';
import { preparable } from './statement';

const asked = (text: string, times = 2, params: unknown[] = [1]): boolean[] =>
  Array.from({ length: times }, () => preparable({ text, params }));

describe('a statement', () => {
  it('is prepared at once, and from the second time on where others stand in it', () => {
    expect(asked('SELECT a FROM t1 WHERE id = ?')).toEqual([true, true]);
    expect(asked('SELECT a FROM t1 WHERE id IN (SELECT id FROM t2 WHERE b = ?)', 3)).toEqual([false, true, true]);
    expect(asked('(SELECT a FROM t1) UNION ALL (SELECT b FROM t2 WHERE c = ?)')).toEqual([false, true]);
  });

  it.each<[string, string, unknown[]]>([
    ['is no statement on rows', 'SET @piece = ?', [1]],
    ['has many values', 'SELECT a FROM t1 WHERE id IN (?)', Array.from({ length: 25 }, () => 1)],
    ['has values with parts', 'SELECT a FROM t1 WHERE id = ? OR b = 1', [{ a: 1 }]],
  ])('travels as text where it %s', (_, text, params) => {
    expect(asked(text, 2, params)).toEqual([false, false]);
  });
});
