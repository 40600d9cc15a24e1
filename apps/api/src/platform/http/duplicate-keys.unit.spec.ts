import { describe, expect, it } from 'vitest';
import { duplicateKey } from './duplicate-keys';

describe('a key named twice', () => {
  it.each([
    ['{"name":"a","name":"b"}', 'name'],
    ['{"a":{"b":1,"c":{},"b":2}}', 'b'],
    ['[{"a":1},{"a":1,"a":2}]', 'a'],
    ['{"name":1,"n\\u0061me":2}', 'name'],
    ['{"":1,"":2}', ''],
  ])('is found in %s', (json, key) => {
    expect(duplicateKey(json)).toBe(key);
  });

  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a\\":\\"a","b":":"}',
    '{"a":["a","a",{"a":"a"}]}',
    '"a"',
    'null',
  ])('is not seen in %s', (json) => {
    expect(duplicateKey(json)).toBeUndefined();
  });
});
