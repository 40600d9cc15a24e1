import { describe, expect, it } from 'vitest';
import type { Log } from '../http/log';
import { Desk } from './desk';
import type { Claim } from './job-claims';
import type { JobRunner } from './job-runner';

const claim = { id: 'a', name: 'test' } as Claim;
const faults: unknown[] = [];
const log = { fault: (error: unknown) => faults.push(error) } as unknown as Log;

/** Something that ends when told. */
function pending<T>() {
  let end!: (value: T) => void;
  const promise = new Promise<T>((resolve) => (end = resolve));
  return { promise, end };
}

describe('a desk', () => {
  it('does not count a job as held while it is still being claimed, and waits for it all the same', async () => {
    const [claiming, running] = [pending<Claim | undefined>(), pending<void>()];
    const desk = new Desk('quick', 1, { log, runner: { run: () => running.promise } as unknown as JobRunner });
    const taking = desk.take('a', () => claiming.promise);
    expect([desk.ids, desk.claims]).toEqual([['a'], []]);
    claiming.end(claim);
    await new Promise(setImmediate);
    expect([desk.ids, desk.claims]).toEqual([['a'], ['a']]);
    running.end();
    await taking;
    expect([desk.ids, desk.claims, faults]).toEqual([[], [], []]);
  });
});
