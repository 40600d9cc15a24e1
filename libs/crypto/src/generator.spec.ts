import { readFileSync } from 'node:fs';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePassphrase } from './passphrase-generator';
import { CHARACTER_CLASS, generatePassword, type CharacterClass } from './password-generator';
import { randomIndex } from './random-index';

const classes = fc.subarray(Object.keys(CHARACTER_CLASS) as CharacterClass[], { minLength: 1 });

describe('a generated password', () => {
  it('has the wanted length, some of every wanted kind and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 128 }), classes, fc.boolean(), (length, wanted, avoidLookAlikes) => {
        const { value } = generatePassword({ length, classes: wanted, avoidLookAlikes });
        expect(value).toHaveLength(length);
        const kinds = Object.entries(CHARACTER_CLASS).filter(([, set]) => [...value].some((one) => set.includes(one)));
        expect(kinds.map(([name]) => name).sort()).toEqual([...wanted].sort());
        expect(avoidLookAlikes && /[lI1|Oo0]/.test(value)).toBe(false);
      }),
    );
  });

  it('tells its bits exactly: all digits are log2(10) each, and demanding every kind costs a little', () => {
    expect(generatePassword({ length: 8, classes: ['digits'] }).bits).toBeCloseTo(8 * Math.log2(10), 9);
    // Of 36^8 strings of lower case and digits, 26^8 hold no digit and 10^8 no letter.
    const fitting = 36 ** 8 - 26 ** 8 - 10 ** 8;
    expect(generatePassword({ length: 8, classes: ['lower', 'digits'] }).bits).toBeCloseTo(Math.log2(fitting), 9);
  });

  it('uses every character about equally often', () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 200; round += 1) {
      for (const one of generatePassword({ length: 128, classes: ['lower'] }).value)
        counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    // 25,600 draws over 26 letters: 985 each with a deviation of 31; eight deviations fail once in 10^14 runs.
    expect(counts.size).toBe(26);
    expect([...counts.values()].every((count) => Math.abs(count - 985) < 248)).toBe(true);
  });

  it.each([
    [{ length: 7, classes: ['lower'] as const }],
    [{ length: 129, classes: ['lower'] as const }],
    [{ length: 12.5, classes: ['lower'] as const }],
    [{ length: 16, classes: [] }],
  ])('is refused for the recipe %j', (recipe) => {
    expect(() => generatePassword(recipe)).toThrow(RangeError);
  });
});

describe('a generated passphrase', () => {
  it('is made of words from a list of 2,048 different ones, 11 bits each', () => {
    expect(new Set(wordlist).size).toBe(2048);
    const { value, bits } = generatePassphrase({ words: 6 });
    expect(value.split('-').every((word) => wordlist.includes(word))).toBe(true);
    expect(value.split('-')).toHaveLength(6);
    expect(bits).toBe(66);
  });

  it('takes a separator, capitals and one digit after some word', () => {
    const { value, bits } = generatePassphrase({ words: 5, separator: ' ', capitals: true, digit: true });
    const words = value.split(' ');
    expect(words.every((word) => /^[A-Z][a-z]+\d?$/.test(word))).toBe(true);
    expect(words.filter((word) => /\d$/.test(word))).toHaveLength(1);
    expect(bits).toBeCloseTo(55 + Math.log2(50), 9);
  });

  it.each([[{ words: 3 }], [{ words: 17 }], [{ words: 6, separator: '----' }]])('is refused for %j', (recipe) => {
    expect(() => generatePassphrase(recipe)).toThrow(RangeError);
  });
});

describe('a random choice', () => {
  it('draws again when a number would favour the first choices', () => {
    const drawn = [2 ** 32 - 1, 4_294_967_290, 17];
    // 2^32 is 6 more than a multiple of 10, so the last six numbers must not count.
    expect(randomIndex(10, () => drawn.shift() ?? 0)).toBe(7);
    expect(drawn).toEqual([]);
    expect(randomIndex(10, () => 4_294_967_289)).toBe(9);
  });
});

describe('what the browser loads', () => {
  it('imports nothing from node, neither directly nor through a neighbour', () => {
    const source = (name: string) => readFileSync(new URL(`${name}.ts`, import.meta.url), 'utf8');
    const reached = new Set(['browser']);
    const foreign = new Set<string>();
    for (const name of reached) {
      for (const [, from = ''] of source(name).matchAll(/(?:from |import\()'([^']+)'/g)) {
        if (from.startsWith('./')) reached.add(from.slice(2));
        else foreign.add(from);
      }
    }
    expect([...reached].sort()).toEqual(
      ['browser', 'passphrase-generator', 'password-generator', 'random-index', 'uuid7'].sort(),
    );
    expect([...foreign].filter((name) => !/^@(scure|zxcvbn-ts)\//.test(name))).toEqual([]);
    expect([...reached].filter((name) => /\bBuffer[.(]|\bprocess\.\w/.test(source(name)))).toEqual([]);
  });
});
