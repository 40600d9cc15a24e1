import { inject, type ProvidedContext } from 'vitest';

/** The product this journey drives: each worker has one of its own, on which one journey runs at a time. */
export function stack(): ProvidedContext['stacks'][number] {
  const stacks = inject('stacks');
  const one = stacks[(Number(process.env['VITEST_POOL_ID']) - 1) % stacks.length];
  if (!one) throw new Error('The journeys were started without a product.');
  return one;
}
