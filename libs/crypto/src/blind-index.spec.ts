import { describe, expect, it } from 'vitest';
import { blindIndex } from './blind-index';
import { createDataKey } from './data-key';

describe('the index that finds reused passwords', () => {
  const ours = createDataKey(1);

  it('V23 is 16 bytes, equal for one value in one organisation', () => {
    expect(blindIndex(ours, 'password', 'hunter2')).toHaveLength(16);
    expect(blindIndex(ours, 'password', 'hunter2')).toEqual(blindIndex(ours, 'password', 'hunter2'));
  });

  it('V23 differs between values, organisations and fields', () => {
    const texts = [
      blindIndex(ours, 'password', 'hunter2'),
      blindIndex(ours, 'password', 'Hunter2'),
      blindIndex(createDataKey(1), 'password', 'hunter2'),
      blindIndex(ours, 'username', 'hunter2'),
    ].map((index) => index.toString('hex'));
    expect(new Set(texts).size).toBe(4);
  });

  it('V23 sees the same password in composed and decomposed letters', () => {
    expect(blindIndex(ours, 'password', 'Zo\u00eb')).toEqual(blindIndex(ours, 'password', 'Zoe\u0308'));
  });
});
