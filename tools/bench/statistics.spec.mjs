import { describe, expect, it } from 'vitest';
import { mannWhitney, median, merged, pairedRatio, percentile, turnFigures } from './statistics.mjs';

const turn = (rate, more = {}) => ({ rate, p50: 1, p95: 2, count: 10, ...more });

describe('the figures of a run', () => {
  it('take the middle one of an odd number of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('take the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('sort by number and not by text', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(percentile([1, 10, 2, 9], 1)).toBe(10);
  });

  it('name the value that 95 of 100 requests did not exceed', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentile(values, 0.95)).toBe(95);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile(values, 1)).toBe(100);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('say nothing about nothing instead of calling it zero', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('count requests per second over the time that passed, not over the sum of waits', () => {
    expect(turnFigures({ latencies: [100, 100, 300, 100], elapsed: 500 })).toEqual({
      rate: 8,
      p50: 100,
      p95: 300,
      count: 4,
    });
  });

  it('leave the values they were given as they are', () => {
    const values = [3, 1, 2];
    median(values);
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('several turns', () => {
  it('become one by the median of each figure and the sum of all requests', () => {
    const turns = [turn(10, { p50: 3, p95: 9, count: 1 }), turn(30, { p50: 1, p95: 5, count: 2 }), turn(20)];
    expect(merged(turns)).toEqual({ rate: 20, p50: 1, p95: 5, count: 13 });
  });

  it('are compared in pairs, so that a machine slow for a while does not change the ratio', () => {
    const { ratio, spread } = pairedRatio([turn(100), turn(10)], [turn(200), turn(20)]);
    expect(ratio).toBe(0.5);
    expect(spread).toBe(0);
  });

  it('say how far the ratios of the single pairs lie apart', () => {
    const { ratio, spread } = pairedRatio([turn(40), turn(60)], [turn(100), turn(100)]);
    expect(ratio).toBeCloseTo(0.5);
    expect(spread).toBeCloseTo(0.4);
  });

  it('leave out a last turn that has no partner', () => {
    expect(pairedRatio([turn(50), turn(999)], [turn(100)])).toEqual({ ratio: 0.5, spread: 0 });
  });
});

describe('whether two samples come from one source', () => {
  // The values of scipy.stats.mannwhitneyu(left, right, method='asymptotic').
  it.each([
    [[1, 2, 3, 4, 5], [10, 9, 8, 7, 6], 0.0121858],
    [[1, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9], [3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 12], 0.0551358],
  ])('is as likely as others say: %j %j', (left, right, p) => {
    expect(mannWhitney(left, right)).toBeCloseTo(p, 5);
    expect(mannWhitney(right, left)).toBeCloseTo(p, 5);
  });

  it('is certain where all are the same', () => {
    expect(mannWhitney([1, 1, 1], [1, 1, 1])).toBe(1);
    expect(mannWhitney([2, 4, 6], [2, 4, 6])).toBeCloseTo(1, 6);
  });
});
