import { describe, expect, it } from 'vitest';
import type { Limit } from './limit';
import { LimitRules } from './limit-rules';

const LIMIT: Limit = {
  ...{ name: 'a.test', says: 'A test.', budget: 60, seconds: 60, burst: 60, kept: 'process' },
  bounds: { budget: { least: 10, most: 100 }, seconds: { least: 10, most: 100 } },
};

describe('the limits that were set', () => {
  it('hold within their bounds', () => {
    const rules = new LimitRules({} as never);
    rules.heard('{"version":1,"limits":{"a.test":{"budget":5,"seconds":30,"version":1}}}');
    expect(rules.of(LIMIT)).toEqual({ budget: 10, seconds: 30 });
  });

  it.each([null, 'null', '{}', '[]', '7', '{"version":3}', '{"version":3,"limits":null}', '{"version":3,"limits":{}}'])(
    'are as the house set them where %s is stored: nobody is kept out by it',
    (stored) => {
      const rules = new LimitRules({} as never);
      rules.heard(stored);
      expect(rules.of(LIMIT)).toEqual({ budget: 60, seconds: 60 });
    },
  );
});
