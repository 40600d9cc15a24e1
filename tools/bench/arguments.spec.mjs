import { describe, expect, it } from 'vitest';
import { HELP, NAMES, readBenchArguments } from './arguments.mjs';

describe('npm run bench', () => {
  it('measures everything at size S unless told', () => {
    expect(readBenchArguments([])).toEqual({ size: 'S', only: NAMES, seconds: 5, asBuilt: false, help: false });
  });

  it('takes a size, some names and the length of a turn, with a blank or an equals sign', () => {
    const wanted = { size: 'L', only: ['list', 'reveal'], seconds: 2.5 };
    expect(readBenchArguments(['--size', 'L', '--only', 'list,reveal', '--seconds', '2.5'])).toMatchObject(wanted);
    expect(readBenchArguments(['--size=L', '--only=list,reveal', '--seconds=2.5'])).toMatchObject(wanted);
  });

  it.each([
    [['--size', 'XL'], '--size does not know "XL".'],
    [['--size'], '--size does not know "".'],
    [['--only', 'list,dance'], '--only does not know "dance".'],
    [['--only', ''], '--only needs at least one name.'],
    [['--seconds', '0'], '--seconds takes seconds between 0 and 600, not "0".'],
    [['--seconds', 'many'], '--seconds takes seconds between 0 and 600, not "many".'],
    [['--fast'], 'npm run bench does not know "--fast".'],
  ])('says in a sentence what is wrong with %j', (args, sentence) => {
    expect(() => readBenchArguments(args)).toThrow(sentence);
  });

  it('names in its help everything that can be measured', () => {
    for (const name of NAMES) expect(HELP).toContain(name);
  });
});
