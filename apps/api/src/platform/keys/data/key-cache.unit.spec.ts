import { createDataKey } from '@st0r/crypto';
import { describe, expect, it } from 'vitest';
import { KeyCache } from './key-cache';

describe('the cache of opened keys', () => {
  it('forgets a key after five minutes', () => {
    let now = 0;
    const cache = new KeyCache(() => now);
    const key = createDataKey(1);
    cache.set('a', key);
    now = 299_999;
    expect(cache.get('a')).toBe(key);
    now = 300_000;
    expect(cache.get('a')).toBeUndefined();
  });

  it('keeps at most five hundred, and first drops the one not asked for longest', () => {
    const cache = new KeyCache(() => 0);
    for (let at = 0; at < 500; at += 1) cache.set(`k${at}`, createDataKey(1));
    cache.get('k0');
    cache.set('one more', createDataKey(1));
    expect(cache.size).toBe(500);
    expect(cache.get('k0')).toBeDefined();
    expect(cache.get('k1')).toBeUndefined();
  });
});
