import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { customFieldFromText, validateCustomFields, type CustomFieldDefinition, type CustomFieldType } from './index';

const ID = '0190f0c2-1111-7abc-8def-0123456789ab';

function field(type: CustomFieldType, more: Partial<CustomFieldDefinition> = {}): CustomFieldDefinition {
  return { slug: 'it', label: 'It', type, ...more };
}

function stored(definition: CustomFieldDefinition, value: unknown) {
  const result = validateCustomFields([definition], { it: value });
  return 'errors' in result ? result.errors.map((error) => error.code) : result.values['it'];
}

describe('storing the value of a custom field', () => {
  it.each<[CustomFieldType, unknown, unknown]>([
    ['text', ' as typed ', ' as typed '],
    ['textarea', 'two\nlines', 'two\nlines'],
    ['number', -7, -7],
    ['decimal', 1.25, 1.25],
    ['date', '2024-02-29', '2024-02-29'],
    ['datetime', '2026-01-31T09:30:00+02:00', '2026-01-31T07:30:00.000Z'],
    ['checkbox', false, false],
    ['url', 'https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['url', 'rdp://srv-1.example:3389', 'rdp://srv-1.example:3389'],
    ['url', 'ssh://admin@10.0.0.1', 'ssh://admin@10.0.0.1'],
    ['email', "o'neil+tag@mail.example.co.uk", "o'neil+tag@mail.example.co.uk"],
    ['phone', '+44 (20) 7946-0000 ext 12', '+44 (20) 7946-0000 ext 12'],
    ['ip_address', '2001:DB8:0:0::1', '2001:db8::1'],
    ['ip_address', '192.168.1.10', '192.168.1.10'],
    ['mac_address', '001B.210A.0B0C', '00:1b:21:0a:0b:0c'],
    ['relation', ID.toUpperCase(), ID],
  ])('takes a %s like %j', (type, value, expected) => {
    expect(stored(field(type), value)).toBe(expected);
  });

  it.each<[CustomFieldType, unknown, string]>([
    ['text', 5, 'not_text'],
    ['text', 'nul\0', 'not_unicode'],
    ['text', '\ud800', 'not_unicode'],
    ['text', 'x'.repeat(1_001), 'too_long'],
    ['number', 1.5, 'not_integer'],
    ['number', '7', 'not_integer'],
    ['number', 2 ** 53, 'not_integer'],
    ['decimal', Number.NaN, 'not_number'],
    ['date', '2023-02-29', 'not_day'],
    ['date', '31.01.2026', 'not_day'],
    ['datetime', '2026-01-31T09:30:00', 'not_moment'],
    ['datetime', '2026-02-30T09:30:00Z', 'not_moment'],
    ['datetime', '0000-01-01T00:00:00+05:00', 'not_moment'],
    ['checkbox', 'true', 'not_boolean'],
    ['dropdown', 'x', 'not_an_option'],
    ['url', 'javascript:alert(1)', 'url_scheme'],
    ['url', 'java\nscript:alert(1)', 'not_url'],
    ['url', ' https://example.com', 'not_url'],
    ['url', 'data:text/html,x', 'url_scheme'],
    ['url', 'file:///etc/passwd', 'url_scheme'],
    ['url', 'ssh:host', 'not_url'],
    ['url', 'https://ann:secret@example.com', 'url_password'],
    ['email', 'ann@example', 'not_email'],
    ['email', 'ann@@example.com', 'not_email'],
    ['email', 'ann@example.com\nBcc: x@y.example', 'not_email'],
    ['phone', 'call me', 'not_phone'],
    ['phone', '12', 'not_phone'],
    ['ip_address', '010.1.1.1', 'not_ip'],
    ['ip_address', '10.0.0.0/8', 'not_ip'],
    ['mac_address', '00:1b:21:0a:0b', 'not_mac'],
    ['relation', 'asset-1', 'not_id'],
    ['relation', { id: ID }, 'not_id'],
  ])('refuses a %s like %j', (type, value, code) => {
    expect(stored(field(type), value)).toEqual([code]);
  });

  it('takes a dropdown value only as it is spelled in the options', () => {
    const dropdown = field('dropdown', { options: ['Gold', 'Silver'] });
    expect([stored(dropdown, 'Gold'), stored(dropdown, 'gold')]).toEqual(['Gold', ['not_an_option']]);
  });

  it('keeps to the limits for lengths, numbers and dates', () => {
    const text = field('text', { min: 2, max: 3 });
    expect([stored(text, '😀'), stored(text, '😀😀'), stored(text, 'abcd')]).toEqual([
      ['too_short'],
      '😀😀',
      ['too_long'],
    ]);
    const number = field('number', { min: 0, max: 10 });
    expect([stored(number, -1), stored(number, 0), stored(number, 11)]).toEqual([['too_small'], 0, ['too_large']]);
    const day = field('date', { min: '2026-01-01' });
    expect([stored(day, '2025-12-31'), stored(day, '2026-01-01')]).toEqual([['too_small'], '2026-01-01']);
    const moment = field('datetime', { max: '2026-01-01T00:00:00+01:00' });
    expect([stored(moment, '2025-12-31T23:00:00Z'), stored(moment, '2025-12-31T23:00:01Z')]).toEqual([
      '2025-12-31T23:00:00.000Z',
      ['too_large'],
    ]);
  });

  it('matches a pattern against the whole value', () => {
    const tag = field('text', { pattern: 'IT-[0-9]{4}|none' });
    expect([stored(tag, 'IT-0042'), stored(tag, 'xIT-0042'), stored(tag, 'IT-00421')]).toEqual([
      'IT-0042',
      ['no_match'],
      ['no_match'],
    ]);
  });
});

describe('checking all custom fields of a record', () => {
  const definitions = [
    field('text', { slug: 'owner', label: 'Owner', required: true }),
    field('number', { slug: 'seats', label: 'Seats' }),
  ];

  it('reports each fault with its pointer and a whole sentence', () => {
    expect(validateCustomFields(definitions, { seats: 'many', 'a/b': 1 })).toEqual({
      errors: [
        {
          pointer: '/customFields/a~1b',
          code: 'unknown',
          params: { field: 'a/b' },
          detail: 'There is no custom field of this name.',
        },
        { pointer: '/customFields/owner', code: 'required', params: {}, detail: 'Owner is required.' },
        { pointer: '/customFields/seats', code: 'not_integer', params: {}, detail: 'Seats must be a whole number.' },
      ],
    });
  });

  it('lets an update leave fields alone and clear those that are not required', () => {
    const partial = { partial: true };
    expect(validateCustomFields(definitions, { seats: null }, partial)).toEqual({ values: {}, cleared: ['seats'] });
    expect(validateCustomFields(definitions, { seats: '' }, partial)).toEqual({ values: {}, cleared: ['seats'] });
    expect(validateCustomFields(definitions, { owner: '' }, partial)).toMatchObject({ errors: [{ code: 'required' }] });
  });

  it('refuses anything but an object, and names borrowed from JavaScript', () => {
    const codes = [null, [], 'x', JSON.parse('{"__proto__":1,"owner":"a"}'), { constructor: 1, owner: 'a' }].map(
      (values) => {
        const result = validateCustomFields(definitions, values);
        return 'errors' in result ? result.errors.map((error) => error.code) : 'accepted';
      },
    );
    expect(codes).toEqual([['not_object'], ['not_object'], ['not_object'], ['unknown'], ['unknown']]);
  });

  it('reads CSV cells as the values they stand for', () => {
    const cells: [CustomFieldType, string][] = [
      ['checkbox', 'Yes'],
      ['checkbox', '0'],
      ['checkbox', 'maybe'],
      ['number', ' 12 '],
      ['decimal', '-1.5'],
      ['number', '0x1F'],
      ['date', ' 2026-01-31 '],
      ['text', ' x '],
      ['text', ''],
      ['url', ''],
    ];
    expect(cells.map(([type, cell]) => customFieldFromText(field(type), cell))).toEqual([
      true,
      false,
      'maybe',
      12,
      -1.5,
      '0x1F',
      '2026-01-31',
      ' x ',
      null,
      null,
    ]);
  });
});

const repository = fileURLToPath(new URL('../../../../../../', import.meta.url));
const naughty = join(repository, '../shared/data/fuzz/blns/blns.json');

describe.skipIf(!existsSync(naughty))('the big list of naughty strings in custom fields', () => {
  it('is stored as typed in texts and never as a link that could run', () => {
    const list = JSON.parse(readFileSync(naughty, 'utf8')) as string[];
    expect(list.length).toBeGreaterThan(400);
    expect(list.map((text) => stored(field('textarea'), text))).toEqual(list);
    const links = list.filter((text) => text !== '' && !Array.isArray(stored(field('url'), text)));
    expect(links.filter((link) => !/^(?:https?|rdp|ssh):\/\//i.test(link))).toEqual([]);
  });
});
