import { describe, expect, it } from 'vitest';
import { checkDefinition, CUSTOM_FIELD_TYPES, type CustomFieldDefinition } from './index';

function codes(more: Partial<CustomFieldDefinition>): string[] {
  const definition: CustomFieldDefinition = { slug: 'field', label: 'Field', type: 'text', ...more };
  return checkDefinition(definition).map((problem) => `${problem.pointer} ${problem.code}`);
}

describe('defining a custom field', () => {
  it('offers thirteen types of values and the relation', () => {
    expect(CUSTOM_FIELD_TYPES).toHaveLength(14);
    expect(codes({ type: 'relation', relatesTo: 'asset' })).toEqual([]);
    expect(codes({ type: 'dropdown', options: ['A', 'B'] })).toEqual([]);
  });

  it.each([
    'IT-[0-9]{4}',
    '[A-Z]+-\\d+-\\d+',
    '(?:\\d{1,3}\\.){3}\\d{1,3}',
    '(?:com|net)?',
    '(ab)+',
    '\\p{Lu}{2}\\u{41}',
    '[^\\]()*]+',
    '(?<y>\\d{4})',
    'a{3}b{2,}',
    'a?'.repeat(16),
  ])('accepts the pattern %s', (pattern) => {
    expect(codes({ pattern })).toEqual([]);
  });

  it.each([
    ['(a+)+', 'pattern.too_slow'],
    ['(a|a)*', 'pattern.too_slow'],
    ['(?:a?){30}a{30}', 'pattern.too_slow'],
    ['(.*)*', 'pattern.too_slow'],
    ['((a{1,50}){1,50}){1,50}', 'pattern.too_slow'],
    ['(x+x+)+y', 'pattern.too_slow'],
    ['.*.*.*.*=', 'pattern.too_slow'],
    [`${'a?'.repeat(18)}${'a'.repeat(18)}`, 'pattern.too_slow'],
    ['(?:aa?){1,18}=', 'pattern.too_slow'],
    ['([a-z]+[)])+', 'pattern.too_slow'],
    ['(a)\\1', 'pattern.unsupported'],
    ['(?<x>a)\\k<x>', 'pattern.unsupported'],
    ['(?=a)a', 'pattern.unsupported'],
    ['(?<!a)b', 'pattern.unsupported'],
    ['[', 'pattern.invalid'],
    ['a)b', 'pattern.invalid'],
    ['x'.repeat(201), 'pattern.too_long'],
  ])('refuses the pattern %s', (pattern, code) => {
    expect(codes({ pattern })).toEqual([`/pattern ${code}`]);
  });

  it('refuses settings that do not belong to the type', () => {
    expect(codes({ type: 'number', pattern: 'a' })).toEqual(['/pattern pattern.misplaced']);
    expect(codes({ options: ['a'] })).toEqual(['/options options.misplaced']);
    expect(codes({ relatesTo: 'asset' })).toEqual(['/relatesTo target.misplaced']);
    expect(codes({ type: 'checkbox', min: 1 })).toEqual(['/min limit.invalid']);
  });

  it('refuses settings that cannot be met', () => {
    expect(codes({ type: 'dropdown' })).toEqual(['/options options.invalid']);
    expect(codes({ type: 'dropdown', options: ['a', 'a'] })).toEqual(['/options options.invalid']);
    expect(codes({ type: 'relation' })).toEqual(['/relatesTo target.unknown']);
    expect(codes({ min: 5, max: 4 })).toEqual(['/max limit.reversed']);
    expect(codes({ min: -1 })).toEqual(['/min limit.invalid']);
    expect(codes({ type: 'date', min: '2026-02-30' })).toEqual(['/min limit.invalid']);
    expect(codes({ type: 'datetime', min: '2026-01-01T00:00:00Z', max: '2026-01-01T00:30:00+01:00' })).toEqual([
      '/max limit.reversed',
    ]);
  });

  it('wants a slug that is a plain key and a label', () => {
    expect(['Owner', '1st', '__proto__', 'a-b', ''].flatMap((slug) => codes({ slug }))).toHaveLength(5);
    expect(codes({ label: ' ' })).toEqual(['/label label.invalid']);
  });
});
