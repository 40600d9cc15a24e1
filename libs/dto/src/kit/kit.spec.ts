import { describe, expect, it } from 'vitest';
import {
  Choice,
  Day,
  Decimal,
  Dto,
  Flag,
  Id,
  InputDto,
  Int,
  Json,
  ListOf,
  Moment,
  Money,
  Part,
  PartialDto,
  PickDto,
  Text,
  WriteOnlySecret,
  fieldsOf,
  inputDtos,
  outputDtos,
  present,
  validate,
} from '../index';

@InputDto('KitPhone')
class PhoneDto {
  @Text({ max: 10, pattern: /^\d+$/ })
  number: string;
}

@InputDto('KitEverything')
class EverythingDto {
  @Text({ max: 5 })
  name: string;
  @Text({ max: 5, optional: true, trim: false })
  notes?: string | null;
  @Text({ max: 3, list: true, maxItems: 2, optional: true })
  tags?: string[] | null;
  @Int({ min: 0, max: 9, optional: true })
  count?: number | null;
  @Money({ optional: true })
  price?: number | null;
  @Decimal({ min: -90, max: 90, optional: true })
  latitude?: number | null;
  @Day({ optional: true })
  due?: string | null;
  @Moment({ optional: true })
  at?: string | null;
  @Flag({ optional: true })
  on?: boolean | null;
  @Choice('KitColour', ['red', 'green'], { optional: true })
  colour?: string | null;
  @Id({ optional: true })
  siteId?: string | null;
  @Json({ optional: true })
  extra?: object | null;
  @ListOf(() => PhoneDto, { optional: true, maxItems: 2 })
  phones?: PhoneDto[] | null;
  @WriteOnlySecret({ max: 4, optional: true })
  secret?: string | null;
}

const check = (input: object): unknown => {
  const result = validate(EverythingDto, { name: 'a', ...input });
  return result.ok ? result.value : result.problems.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('checking an input', () => {
  it('gives back what fits, outer white space cut where the property says so', () => {
    const input = {
      name: '  ab  ',
      notes: '  ab ',
      count: 9,
      due: '2028-02-29',
      phones: [{ number: '112' }],
      secret: ' x ',
    };
    expect(check(input)).toEqual({ ...input, name: 'ab' });
  });

  it('writes ids in lower case', () => {
    expect(check({ siteId: '01890000-0000-7000-8000-00000000DEAD' })).toMatchObject({
      siteId: '01890000-0000-7000-8000-00000000dead',
    });
  });

  it('counts characters as people do: an emoji is one', () => {
    expect(check({ name: '🔒🔒🔒🔒🔒' })).toEqual({ name: '🔒🔒🔒🔒🔒' });
    expect(check({ name: '🔒🔒🔒🔒🔒🔒' })).toEqual(['/name too_long']);
  });

  it.each([
    [{ name: null }, '/name type'],
    [{ name: undefined }, '/name required'],
    [{ name: '   ' }, '/name required'],
    [{ name: 7 }, '/name type'],
    [{ name: 'a\u0000' }, '/name nul'],
    [{ name: 'a\ud800' }, '/name encoding'],
    [{ surprise: 1 }, '/surprise unknown'],
    [{ 'a/b~c': 1 }, '/a~1b~0c unknown'],
    [{ tags: ['a', 'b', 'c'] }, '/tags too_big'],
    [{ tags: ['a', 'bcde'] }, '/tags/1 too_long'],
    [{ tags: 'a' }, '/tags type'],
    [{ count: 10 }, '/count too_big'],
    [{ count: -1 }, '/count too_small'],
    [{ count: 1.5 }, '/count type'],
    [{ count: '1' }, '/count type'],
    [{ price: 0.5 }, '/price type'],
    [{ latitude: 91 }, '/latitude too_big'],
    [{ due: '2026-02-30' }, '/due day'],
    [{ due: '2026-2-3' }, '/due day'],
    [{ at: '2026-01-31T10:00:00' }, '/at moment'],
    [{ on: 'true' }, '/on type'],
    [{ colour: 'blue' }, '/colour choice'],
    [{ colour: 'constructor' }, '/colour choice'],
    [{ siteId: '1' }, '/siteId format'],
    [{ extra: [1] }, '/extra type'],
    [{ phones: [{ number: 'x' }] }, '/phones/0/number format'],
    [{ phones: [{ number: '1', more: 1 }] }, '/phones/0/more unknown'],
    [{ secret: 'abcde' }, '/secret too_long'],
  ])('refuses %j with a pointer and a code', (input, problem) => {
    expect(check(input)).toEqual([problem]);
  });

  it('names everything that is wrong at once, each with a sentence', () => {
    const result = validate(EverythingDto, { name: '', count: 'x', surprise: 1 });
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((one) => one.pointer).sort()).toEqual(['/count', '/name', '/surprise']);
    for (const { detail } of problems) expect(detail).toMatch(/\w.*\.$/);
  });

  it.each([null, undefined, 'text', 7, [], [{ name: 'a' }]])('refuses %j as a whole', (input) => {
    expect(validate(EverythingDto, input).ok).toBe(false);
  });

  it('clears with null and leaves with nothing', () => {
    expect(check({ notes: null, count: null, phones: null })).toEqual({
      name: 'a',
      notes: null,
      count: null,
      phones: null,
    });
  });
});

@Dto('KitPart')
class PartDto {
  @Text({ max: 5 })
  shown: string;
}

@Dto('KitAnswer')
class AnswerDto {
  @Id()
  id: string;
  @Flag()
  on: boolean;
  @Int({ optional: true })
  count: number | null;
  @Day({ optional: true })
  due: string | null;
  @Moment({ optional: true })
  at: string | null;
  @Text({ max: 5, list: true, optional: true })
  tags: string[] | null;
  @Part(() => PartDto, { optional: true })
  part: PartDto | null;
}

describe('presenting a row', () => {
  it('copies declared properties and nothing else, nested ones too', () => {
    const row = { id: '1', on: 1, password: 'x', part: { shown: 'a', hidden: 'b' } };
    expect(present(AnswerDto, row)).toEqual({
      id: '1',
      on: true,
      count: null,
      due: null,
      at: null,
      tags: null,
      part: { shown: 'a' },
    });
  });

  it.each([
    ['2026-01-31 10:00:00.123000', '2026-01-31T10:00:00.123Z'],
    ['2026-01-31 10:00:00.123456', '2026-01-31T10:00:00.123456Z'],
    ['2026-01-31 10:00:00', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T10:00:00.123Z', '2026-01-31T10:00:00.123Z'],
    [new Date('2026-01-31T10:00:00.123Z'), '2026-01-31T10:00:00.123Z'],
  ])('writes the moment %s as ISO 8601 in UTC', (at, text) => {
    expect(present(AnswerDto, { at })).toMatchObject({ at: text });
  });

  it('reads what the driver hands over as text', () => {
    expect(
      present(AnswerDto, { on: '1', count: '7', due: '2026-01-31 00:00:00', tags: '["a"]', part: '{"shown":"a"}' }),
    ).toMatchObject({
      on: true,
      count: 7,
      due: '2026-01-31',
      tags: ['a'],
      part: { shown: 'a' },
    });
  });
});

describe('declaring', () => {
  it('a change makes every property optional, without those that never change', () => {
    class ChangeDto extends PartialDto(EverythingDto, ['siteId']) {}
    expect(fieldsOf(ChangeDto).every((spec) => spec.optional)).toBe(true);
    expect(fieldsOf(ChangeDto).map((spec) => spec.name)).not.toContain('siteId');
    expect(validate(ChangeDto, {}).ok).toBe(true);
    expect(validate(ChangeDto, { name: null }).ok).toBe(false);
  });

  it('a part keeps only the named properties', () => {
    expect(fieldsOf(PickDto(EverythingDto, ['name', 'count'])).map((spec) => spec.name)).toEqual(['name', 'count']);
  });

  it('an answer with a secret is impossible', () => {
    class LeakyDto {
      @WriteOnlySecret({ max: 5 })
      password: string;
    }
    expect(() => Dto('KitLeaky')(LeakyDto)).toThrow('KitLeaky.password: a secret cannot be part of an answer');
  });

  it('the same choice with other values is impossible', () => {
    class OtherDto {
      @Choice('KitColour', ['red', 'blue'])
      colour: string;
    }
    expect(() => InputDto('KitOther')(OtherDto)).toThrow('KitColour');
  });

  it('is remembered for the promises', () => {
    expect(outputDtos()).toEqual(expect.arrayContaining([AnswerDto, PartDto]) as unknown[]);
    expect(inputDtos()).toEqual(expect.arrayContaining([EverythingDto, PhoneDto]) as unknown[]);
  });
});
