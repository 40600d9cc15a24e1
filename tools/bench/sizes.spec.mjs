import { describe, expect, it } from 'vitest';
import { SIZES, shareOf } from './sizes.mjs';

describe('the seeded data', () => {
  it.each(Object.entries(SIZES))('of size %s adds up, with one organisation far bigger than the rest', (_, size) => {
    const { organisations, assets: total, assetsOfBig: big } = size;
    const shares = Array.from({ length: organisations }, (_one, at) => shareOf({ total, big, organisations }, at));
    expect(shares.reduce((sum, one) => sum + one, 0)).toBe(total);
    expect(shares[0]).toBe(big);
    expect(Math.max(...shares.slice(1)) - Math.min(...shares.slice(1))).toBeLessThanOrEqual(1);
  });

  it('reaches page 1,000 in the big organisation with whole pages', () => {
    for (const { assetsOfBig } of Object.values(SIZES)) expect(assetsOfBig % 1000).toBe(0);
  });
});
