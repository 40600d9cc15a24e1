import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIp, formatIp, ipSortKey, isIp, normaliseIp, parseIp, type IpAddress } from './index';

const ipv4 = fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value): IpAddress => ({ version: 4, value }));
// 0:0:0:0:0:ffff::/96 is IPv4 in disguise and comes back as such.
const ipv6 = fc
  .bigInt({ min: 0n, max: 2n ** 128n - 1n })
  .filter((value) => value >> 32n !== 0xffffn)
  .map((value): IpAddress => ({ version: 6, value }));
const anyIp = fc.oneof(ipv4, ipv6);

describe('reading an address', () => {
  it.each([
    ['192.168.1.1', '192.168.1.1'],
    [' 10.0.0.1 ', '10.0.0.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8::0001:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::FFFF:192.0.2.9', '192.0.2.9'],
    ['::ffff:c000:209', '192.0.2.9'],
  ])('writes %s as %s', (given, canonical) => {
    expect(normaliseIp(given)).toBe(canonical);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '010.0.0.1',
    '0x7f.0.0.1',
    '2130706433',
    '1.2.3.4/24',
    'fe80::1%eth0',
    ':::',
    '1::2::3',
    'nas.lan',
    '::ffff:999.1.1.1',
  ])('refuses %j', (given) => {
    expect(isIp(given)).toBe(false);
    expect(normaliseIp(given)).toBeNull();
  });

  it('comes back unchanged after writing and reading any address', () => {
    fc.assert(
      fc.property(anyIp, (ip) => {
        expect(parseIp(formatIp(ip))).toEqual(ip);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([true, false]).toContain(isIp(text));
      }),
    );
  });

  it('gives sort keys that order like the addresses, and non-addresses last', () => {
    fc.assert(
      fc.property(anyIp, anyIp, (a, b) => {
        const [ka, kb] = [ipSortKey(formatIp(a)), ipSortKey(formatIp(b))];
        expect(Math.sign(compareIp(a, b))).toBe(ka < kb ? -1 : ka > kb ? 1 : 0);
      }),
    );
    expect(['nas', '10.0.0.10', '::1', '10.0.0.9'].sort((a, b) => (ipSortKey(a) < ipSortKey(b) ? -1 : 1))).toEqual([
      '10.0.0.9',
      '10.0.0.10',
      '::1',
      'nas',
    ]);
  });
});
