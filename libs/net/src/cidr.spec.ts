import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cidrContains,
  cidrCovers,
  cidrSize,
  cidrSortKey,
  cidrsOverlap,
  compareCidr,
  formatCidr,
  formatIp,
  hasHostBits,
  nextFreeIp,
  normaliseCidr,
  parseCidr,
  parseIp,
  usableCount,
  usableRange,
  type Cidr,
  type IpAddress,
} from './index';

const cidr = (text: string): Cidr => {
  const block = parseCidr(text);
  if (!block) throw new Error(`not a block: ${text}`);
  return block;
};
const ip = (text: string): IpAddress => {
  const address = parseIp(text);
  if (!address) throw new Error(`not an address: ${text}`);
  return address;
};
const ipv4Block = fc
  .tuple(fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), fc.integer({ min: 0, max: 32 }))
  .map(([value, prefix]) => cidr(`${formatIp({ version: 4, value })}/${prefix}`));
const ipv6Block = fc
  .tuple(fc.bigInt({ min: 2n ** 64n, max: 2n ** 128n - 1n }), fc.integer({ min: 0, max: 128 }))
  .map(([value, prefix]) => cidr(`${formatIp({ version: 6, value })}/${prefix}`));
const block = fc.oneof(ipv4Block, ipv6Block);

describe('reading a subnet', () => {
  it.each([
    ['192.168.1.77/24', '192.168.1.0/24'],
    ['10.1.2.3', '10.1.2.3/32'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:db8:0:0::/64', '2001:db8::/64'],
    ['::ffff:10.9.9.9/104', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('writes %s as %s', (given, canonical) => {
    expect(normaliseCidr(given)).toBe(canonical);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/',
    '/8',
    '::/129',
    '10.0.0.0/8/8',
    '::ffff:1.2.3.4/64',
  ])('refuses %s', (given) => {
    expect(parseCidr(given)).toBeNull();
  });

  it('notices a subnet written by one of its hosts', () => {
    expect(hasHostBits('192.168.1.77/24')).toBe(true);
    expect(hasHostBits('192.168.1.0/24')).toBe(false);
    expect(hasHostBits('rubbish')).toBe(false);
  });
});

describe('counting a subnet', () => {
  it.each([
    ['10.0.0.0/8', 16_777_214],
    ['192.168.1.0/24', 254],
    ['192.168.1.0/30', 2],
    ['192.168.1.0/31', 2],
    ['192.168.1.1/32', 1],
    ['2001:db8::/64', null],
  ])('%s offers %s addresses to hosts', (text, count) => {
    expect(usableCount(cidr(text))).toBe(count);
  });

  it('has two to the power of its host bits as size', () => {
    expect(cidrSize(cidr('2001:db8::/64'))).toBe(2n ** 64n);
    fc.assert(
      fc.property(ipv4Block, (b) => {
        expect(cidrSize(b)).toBe(2n ** BigInt(32 - b.prefix));
      }),
    );
  });
});

describe('placing addresses and subnets', () => {
  it('contains its first and last address and neither neighbour', () => {
    fc.assert(
      fc.property(block, (b) => {
        expect(cidrContains(b, { version: b.version, value: b.first })).toBe(true);
        expect(cidrContains(b, { version: b.version, value: b.last })).toBe(true);
        expect(cidrContains(b, { version: b.version, value: b.last + 1n })).toBe(false);
        expect(cidrContains(b, { version: b.version, value: b.first - 1n })).toBe(false);
      }),
    );
  });

  it('keeps IPv4 and IPv6 apart', () => {
    expect(cidrContains(cidr('0.0.0.0/0'), ip('::1'))).toBe(false);
    expect(cidrsOverlap(cidr('0.0.0.0/0'), cidr('::/0'))).toBe(false);
  });

  it('overlaps exactly when one of the two covers the other', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(cidrsOverlap(a, b)).toBe(cidrCovers(a, b) || cidrCovers(b, a));
      }),
    );
    expect(cidrsOverlap(cidr('10.0.0.0/8'), cidr('10.9.0.0/16'))).toBe(true);
    expect(cidrsOverlap(cidr('10.0.0.0/16'), cidr('10.1.0.0/16'))).toBe(false);
  });

  it('sorts a parent before its children, by key as by comparison', () => {
    const sorted = ['10.0.1.0/24', '::/0', '10.0.0.0/16', '9.0.0.0/8', '10.0.0.0/24'].sort((a, b) =>
      cidrSortKey(a) < cidrSortKey(b) ? -1 : 1,
    );
    expect(sorted).toEqual(['9.0.0.0/8', '10.0.0.0/16', '10.0.0.0/24', '10.0.1.0/24', '::/0']);
    fc.assert(
      fc.property(block, block, (a, b) => {
        const [ka, kb] = [cidrSortKey(formatCidr(a)), cidrSortKey(formatCidr(b))];
        expect(Math.sign(compareCidr(a, b))).toBe(ka < kb ? -1 : ka > kb ? 1 : 0);
      }),
    );
  });
});

describe('the next free address', () => {
  it('skips network, broadcast and what is taken, in any spelling', () => {
    expect(nextFreeIp(cidr('192.168.1.0/29'), [])).toBe('192.168.1.1');
    expect(nextFreeIp(cidr('192.168.1.0/29'), ['192.168.1.2', '::ffff:192.168.1.1', '10.0.0.1', 'x'])).toBe(
      '192.168.1.3',
    );
    expect(nextFreeIp(cidr('192.168.1.0/30'), ['192.168.1.1', '192.168.1.2'])).toBeNull();
    expect(nextFreeIp(cidr('192.168.1.0/31'), [])).toBe('192.168.1.0');
    expect(nextFreeIp(cidr('2001:db8::/64'), ['2001:DB8::1'])).toBe('2001:db8::2');
  });

  it('is always usable and never taken', () => {
    fc.assert(
      fc.property(ipv4Block, fc.array(fc.nat(40)), (b, offsets) => {
        const taken = offsets.map((offset) => formatIp({ version: 4, value: (b.first + BigInt(offset)) % 2n ** 32n }));
        const free = nextFreeIp(b, taken);
        const { first, last } = usableRange(b);
        const open = free === null ? null : ip(free).value;
        expect(taken).not.toContain(free);
        expect(open === null ? new Set(taken).size >= last - first + 1n : open >= first && open <= last).toBe(true);
      }),
    );
  });
});
