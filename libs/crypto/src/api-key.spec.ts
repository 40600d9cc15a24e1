import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apiKeyHash, apiKeyId, createApiKey } from './api-key';

describe('an API key', () => {
  const keys = Array.from({ length: 500 }, createApiKey);

  it('is mspk_, ten characters that find it, forty-three secret ones and a checksum of six', () => {
    for (const { text, id } of keys) {
      expect(text).toMatch(/^mspk_[0-9A-Za-z]{10}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
      expect(apiKeyId(text)).toBe(id);
    }
    expect(new Set(keys.map(({ text }) => text)).size).toBe(500);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(500);
  });

  it('keeps one form for ever: scanners that know it find keys of every release', () => {
    const body = `mspk_0123456789_${'A'.repeat(43)}`;
    expect(apiKeyId(`${body}_2mRPpy`)).toBe('0123456789');
  });

  it('is not taken for one with any single character changed', () => {
    const { text } = keys[0]!;
    const changed = [...text].map(
      (letter, at) => text.slice(0, at) + (letter === 'a' ? 'b' : 'a') + text.slice(at + 1),
    );
    expect(changed.filter((one) => one !== text && apiKeyId(one) !== null)).toEqual([]);
  });

  it.each(['', 'mspk_', 'mspk_a_b_c', `x${keys[0]!.text}`, `${keys[0]!.text}x`, `${keys[0]!.text}\n`])(
    'is not %j',
    (text) => {
      expect(apiKeyId(text)).toBeNull();
    },
  );

  it('is stored as a hash that nobody can make without the pepper', () => {
    const [mine, theirs] = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))];
    const { text } = keys[0]!;
    expect(apiKeyHash(mine, text)).toHaveLength(32);
    expect(apiKeyHash(mine, text)).toEqual(apiKeyHash(mine, text));
    expect(apiKeyHash(mine, text)).not.toEqual(apiKeyHash(theirs, text));
  });
});
