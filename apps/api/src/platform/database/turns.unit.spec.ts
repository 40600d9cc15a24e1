import { describe, expect, it } from 'vitest';
import { Turns, turnsOf } from './turns';

describe('turns', () => {
  it('let only so many work at once, and everybody in the end, in order', async () => {
    const turns = new Turns(2, 10_000);
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const work = async (at: number): Promise<void> => {
      const leave = await turns.enter();
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(at);
      leave();
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(work));
    expect(most).toBe(2);
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are passed on once, however often somebody leaves', async () => {
    const turns = new Turns(1, 10_000);
    const leave = await turns.enter();
    leave();
    leave();
    await turns.enter();
    await expect(Promise.race([turns.enter().then(() => 'in'), Promise.resolve('waiting')])).resolves.toBe('waiting');
  });

  it('are not waited for for ever, and nobody who gave up takes one', async () => {
    const turns = new Turns(1, 5);
    const leave = await turns.enter();
    await expect(turns.enter()).rejects.toMatchObject({ code: 'database.busy', status: 503 });
    leave();
    await expect(turns.enter()).resolves.toBeTypeOf('function');
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
