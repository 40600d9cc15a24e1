import { describe, expect, it } from 'vitest';
import { parseQueryString } from './index';
import { NOON, TICKETS } from './ticket.fixture';

function valueOf(key: string, text: string): string | undefined {
  const result = parseQueryString(TICKETS, { [key]: text }, NOON);
  return result.ok ? result.query.filters[0]?.values[0] : undefined;
}

describe('the value of a filter', () => {
  it.each([
    ['count', '+007', '7'],
    ['count', '-0', '0'],
    ['total[eq]', '-1250', '-1250'],
    ['due', '2028-02-29', '2028-02-29'],
    ['due', '2d', '2026-11-23'],
    ['due', '-30d', '2026-10-22'],
    ['due', '1w', '2026-11-28'],
    ['created', '2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['created', '2026-12-01T10:00:00+02:00', '2026-12-01T08:00:00.000Z'],
    ['created', '2026-12-01T10:00:00 02:00', '2026-12-01T08:00:00.000Z'],
    ['created', '2026-12-01T10:00Z', '2026-12-01T10:00:00.000Z'],
    ['created', '2026-12-01T10:00:00.123456Z', '2026-12-01T10:00:00.123456Z'],
    ['created', '2026-12-01T10:00:00.1Z', '2026-12-01T10:00:00.100Z'],
    ['created', '-2h', '2026-11-21T10:00:00.000Z'],
    ['billable', 'false', 'false'],
    ['org', '0190F5A0-0000-7000-8000-00000000000A', '0190f5a0-0000-7000-8000-00000000000a'],
    ['address', '10.0.0.255', '10.0.0.255'],
    ['address', 'FE80::1', 'fe80::1'],
    ['address', '::', '::'],
    ['address', '::ffff:10.0.0.1', '::ffff:10.0.0.1'],
    ['address', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['mac', 'AABB.CC00.1122', 'aa:bb:cc:00:11:22'],
    ['mac', 'aa-bb-cc-00-11-22', 'aa:bb:cc:00:11:22'],
    ['mac[startsWith]', 'AA-BB-C', 'aa:bb:c'],
    ['status', 'on hold', 'on hold'],
    ['name', 'half \ud800', 'half \ufffd'],
    ['cf.size', 'XL', 'XL'],
  ])('%s reads %j as %j', (key, text, expected) => {
    expect(valueOf(key, text)).toBe(expected);
  });

  it.each([
    ['count', '1.5'],
    ['count', '9007199254740993'],
    ['total[eq]', '12.50'],
    ['due', '2026-02-29'],
    ['due', '2026-13-01'],
    ['due', '0000-01-01'],
    ['due', '2h'],
    ['due', '999999d'],
    ['due', '-99999w'],
    ['created', '2026-12-01T10:00:00'],
    ['created', '2026-12-01T25:00:00Z'],
    ['created', '9999-12-31T23:59:59-10:00'],
    ['billable', '1'],
    ['org', 'not-a-uuid'],
    ['address', '10.0.0.256'],
    ['address', '10.0.0'],
    ['address', '10.0.0.1.'],
    ['address', '1:2:3:4:5:6:7'],
    ['address', '1::2::3'],
    ['address', '12345::'],
    ['address', ':::'],
    ['address', '1.2.3.4::'],
    ['mac', 'aa:bb:cc'],
    ['mac', 'gg:bb:cc:00:11:22'],
    ['mac[startsWith]', 'aa:bb:cc:dd:ee:ff:0'],
    ['name[null]', 'yes'],
  ])('%s refuses %j', (key, text) => {
    expect(valueOf(key, text)).toBeUndefined();
  });

  it('is said in words when it is refused', () => {
    const result = parseQueryString(TICKETS, { due: 'soon' }, NOON);
    expect(result.ok ? [] : result.problems).toEqual([
      {
        pointer: '/query/due',
        code: 'value.format',
        params: { kind: 'day', expected: 'a day such as 2026-12-01, or 2d, -30d, 1w from today' },
        detail: '"soon" is not a day such as 2026-12-01, or 2d, -30d, 1w from today.',
      },
    ]);
  });
});
