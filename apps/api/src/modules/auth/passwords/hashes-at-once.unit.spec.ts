import { describe, expect, it } from 'vitest';
import { hashesAtOnce } from './hashes-at-once';

const GIBIBYTE = 1024 ** 3;

describe('how many passwords are hashed at the same time', () => {
  it('is one per core where there is memory', () => {
    expect([1, 2, 8].map((cores) => hashesAtOnce({ cores, memory: 16 * GIBIBYTE, threads: 128 }))).toEqual([1, 2, 8]);
  });

  it('X06 holds a quarter of the memory at most, however many cores there are', () => {
    const at = (memory: number): number => hashesAtOnce({ cores: 64, memory, threads: 128 });
    expect([GIBIBYTE / 2, GIBIBYTE, 4 * GIBIBYTE, 64 * GIBIBYTE].map(at)).toEqual([2, 4, 16, 64]);
  });

  it('leaves a thread to everybody else', () => {
    const at = (threads: number): number => hashesAtOnce({ cores: 8, memory: 16 * GIBIBYTE, threads });
    expect([4, 16, 1].map(at)).toEqual([3, 8, 1]);
  });

  it('is one even where memory is very short', () => {
    expect(hashesAtOnce({ cores: 4, memory: GIBIBYTE / 8, threads: 4 })).toBe(1);
  });
});
