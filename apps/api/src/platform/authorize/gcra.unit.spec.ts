import { describe, expect, it } from 'vitest';
import { ProcessBudgets, type Rate } from './gcra';

const rate: Rate = { limit: 60, periodSeconds: 60, burst: 5 };
const start = 1_000_000;

describe('a budget of this process', () => {
  it('gives its burst at once, then one place with every interval', () => {
    const budgets = new ProcessBudgets();
    const take = (now: number) => budgets.take('a', rate, { cost: 1, now });
    const first = Array.from({ length: 7 }, () => take(start));
    expect(first.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false, false]);
    expect(first.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0, 0, 0]);
    expect(first.at(-1)).toMatchObject({ retryAfterSeconds: 1, resetSeconds: 5 });
    expect(take(start + 1).allowed).toBe(true);
    expect(take(start + 1).allowed).toBe(false);
    expect(take(start + 100)).toMatchObject({ allowed: true, remaining: 4, resetSeconds: 1 });
  });

  it('takes what a call costs, and says when so much will be there', () => {
    const budgets = new ProcessBudgets();
    const take = (cost: number) => budgets.take('a', rate, { cost, now: start });
    expect(take(3)).toMatchObject({ allowed: true, remaining: 2 });
    expect(take(3)).toMatchObject({ allowed: false, remaining: 2, retryAfterSeconds: 1 });
    expect(take(2)).toMatchObject({ allowed: true, remaining: 0, resetSeconds: 5 });
    expect(take(5)).toMatchObject({ allowed: false, retryAfterSeconds: 5 });
  });

  it('is each key’s own, and never grows: who owes nothing is forgotten, then who has been known longest', () => {
    const budgets = new ProcessBudgets(3);
    for (const key of ['a', 'b', 'c']) budgets.take(key, rate, { cost: 5, now: start });
    expect(budgets.take('d', rate, { cost: 1, now: start }).allowed).toBe(true);
    expect(budgets.take('c', rate, { cost: 1, now: start }).allowed).toBe(false);
    expect(budgets.take('a', rate, { cost: 1, now: start }).allowed).toBe(true);
    for (let at = 0; at < 100; at += 1) budgets.take(`later ${at}`, rate, { cost: 1, now: start + 60 + at });
    expect((Reflect.get(budgets, 'due') as Map<string, number>).size).toBeLessThan(4);
  });
});
