import { describe, expect, it } from 'vitest';
import { bitsOf, limitOf, rateOf } from './pressure-rules';
import { solves, WORK_BYTES, workText } from './work-puzzle';

describe('what failed sign-ins amount to', () => {
  it('are those of the last sixty seconds', () => {
    expect(rateOf({ present: 30, past: 60, second: 0 })).toBe(90);
    expect(rateOf({ present: 30, past: 60, second: 30 })).toBe(60);
    expect(rateOf({ present: 30, past: 60, second: 59 })).toBe(31);
    expect(rateOf({ present: 0, past: 0, second: 99 })).toBe(0);
  });

  it('are an attack beyond a hundred a minute, or five times what is usual where that is more', () => {
    expect([0, 3, 20, 20.1, 400].map(limitOf)).toEqual([100, 100, 100, 101, 2000]);
  });

  it('make the puzzle harder the worse it gets, and never too hard for a browser', () => {
    expect([0, 100, 199, 200, 399, 400, 1_000_000].map((rate) => bitsOf(rate, 100))).toEqual([
      ...[13, 13, 13, 14, 14, 15, 15],
    ]);
  });
});

describe('a puzzle', () => {
  const solution = (challenge: string, bits: number): number => {
    for (let answer = 0; ; answer += 1) if (solves(challenge, answer, bits)) return answer;
  };

  it('is the number in four bytes, the challenge and zeros', () => {
    const text = workText('abc', 258);
    expect(text).toHaveLength(WORK_BYTES);
    expect([...text.subarray(0, 8)]).toEqual([0, 0, 1, 2, 97, 98, 99, 0]);
    expect(text.subarray(7).every((byte) => byte === 0)).toBe(true);
  });

  it('is solved by a number for its own challenge only, and for fewer bits as well', () => {
    const answer = solution('one', 8);
    expect(solves('one', answer, 7)).toBe(true);
    expect(solves('one', answer, 33)).toBe(false);
    const others = ['two', 'three', 'four', 'five', 'six'].filter((other) => solves(other, answer, 8));
    expect(others.length).toBeLessThan(5);
  });
});
