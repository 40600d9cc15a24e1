import { describe, expect, it } from 'vitest';
import { Turns, turnsOf } from './turns';

describe('turns', () => {
  it('lets only so many work at once, and everybody in the end, in order', async () => {
    const turns = new Turns(2);
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const work = async (at: number): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(at);
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map((at) => turns.take(() => work(at))));
    expect(most).toBe(2);
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('passes the turn on when a work fails', async () => {
    const turns = new Turns(1);
    const failing = turns.take(() => Promise.reject(new Error('broken')));
    const next = turns.take(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
  });

  it.each([
    [1, 1],
    [2, 1],
    [6, 5],
    [8, 6],
    [64, 48],
  ])('of a pool of %i leave room for what runs beside: %i', (pool, turns) => {
    expect(turnsOf(pool)).toBe(turns);
  });
});
