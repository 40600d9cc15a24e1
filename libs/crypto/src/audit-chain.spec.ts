import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, rowHash, rowMac, type AuditRow } from './audit-chain';
import { encodeCbor, type CborValue } from './cbor';
import { secretKey } from './data-key';
import { uuid7 } from './uuid7';

const key = secretKey(randomBytes(32));
const row: AuditRow = {
  id: uuid7(),
  action: 'credential.revealed',
  actor: { id: uuid7(), name: 'Jo' },
  before: null,
  node: 'n1',
  nodeSeq: 17,
};

describe('the canonical bytes of a row', () => {
  it.each<[CborValue, string]>([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [100, '1864'],
    [1000, '1903e8'],
    [1000000, '1a000f4240'],
    [1000000000000, '1b000000e8d4a51000'],
    [18446744073709551615n, '1bffffffffffffffff'],
    [-1, '20'],
    [-10, '29'],
    [-100, '3863'],
    [-1000, '3903e7'],
    [-18446744073709551616n, '3bffffffffffffffff'],
    [1.1, 'fb3ff199999999999a'],
    [false, 'f4'],
    [true, 'f5'],
    [null, 'f6'],
    [Buffer.of(1, 2, 3, 4), '4401020304'],
    ['', '60'],
    ['IETF', '6449455446'],
    ['\u00fc', '62c3bc'],
    ['\u6c34', '63e6b0b4'],
    [[], '80'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
    [{}, 'a0'],
    [{ a: 1, b: [2, 3] }, 'a26161016162820203'],
  ])('are those of RFC 8949, appendix A, for %o', (value, expected) => {
    expect(encodeCbor(value).toString('hex')).toBe(expected);
  });

  it('do not depend on the order of names, and leave out what is undefined', () => {
    expect(encodeCbor({ b: 1, aa: 2, a: 3 })).toEqual(encodeCbor({ a: 3, aa: 2, gone: undefined, b: 1 }));
    expect(encodeCbor({ b: 1, aa: 2, a: 3 }).toString('hex')).toBe('a361610361620162616102');
  });

  it.each<[CborValue, CborValue]>([
    [{}, { '': 'a value' }],
    [
      { a: 1, b: 2 },
      { 'a\u0000b': 1, a: 1, b: 2 },
    ],
    [{ c: 1, d: 2 }, { 'c\u0000d': 3 }],
    [{ 'e","f': 1 }, { e: 1, f: 2 }],
  ])('hold every name, whatever names were met before: %o, then %o', (before, after) => {
    const alone = (value: CborValue) => Object.keys(value as object).length;
    for (const value of [before, after]) expect((encodeCbor(value)[0] ?? 0) - 0xa0).toBe(alone(value));
    expect(encodeCbor(before).equals(encodeCbor(after))).toBe(false);
  });

  it('differ whenever the data differ', () => {
    const data = fc.letrec<{ value: CborValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    })).value;
    const plain = (value: CborValue) => JSON.stringify(value, sorted);
    fc.assert(
      fc.property(data, data, (left, right) => {
        expect(encodeCbor(left).equals(encodeCbor(right))).toBe(plain(left) === plain(right));
      }),
      { examples: [[[], {}]] },
    );
  });

  it('refuse what would be read two ways', () => {
    const odd: unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, 'a\ud800', 2n ** 64n, new Date(), undefined, () => 1];
    for (const value of odd) expect(() => encodeCbor(value as CborValue)).toThrow(TypeError);
  });
});

describe('the audit chain', () => {
  const chained = (rows: AuditRow[]) =>
    rows.reduce<Uint8Array>((prev, one, at) => chainHash(prev, at + 1, rowHash(one, rowMac(key, one))), CHAIN_START);
  const rows = Array.from({ length: 5 }, (_, at): AuditRow => ({ ...row, id: uuid7(), nodeSeq: at }));
  const end = Buffer.from(chained(rows)).toString('hex');

  it('has a MAC that needs the key and covers every column', () => {
    const mac = rowMac(key, row).toString('hex');
    expect(rowMac(key, { ...row }).toString('hex')).toBe(mac);
    expect(rowMac(secretKey(randomBytes(32)), row).toString('hex')).not.toBe(mac);
    for (const column of Object.keys(row)) {
      expect(rowMac(key, { ...row, [column]: 'changed' }).toString('hex')).not.toBe(mac);
    }
  });

  it.each([
    ['a row is edited', (list: AuditRow[]) => list.with(2, { ...list[2], action: 'credential.viewed' })],
    ['a row is deleted', (list: AuditRow[]) => list.toSpliced(2, 1)],
    ['a row is inserted', (list: AuditRow[]) => list.toSpliced(2, 0, { ...row, id: uuid7() })],
    ['two rows change places', (list: AuditRow[]) => list.toSpliced(1, 2, list[2] ?? {}, list[1] ?? {})],
  ])('ends differently when %s', (_what, change) => {
    expect(Buffer.from(chained(rows)).toString('hex')).toBe(end);
    expect(Buffer.from(chained(change(rows))).toString('hex')).not.toBe(end);
  });

  it('changes a row hash with its MAC, so a row and its MAC cannot be exchanged apart', () => {
    expect(rowHash(row, Buffer.alloc(32, 1))).not.toEqual(rowHash(row, Buffer.alloc(32, 2)));
  });

  it('links the link before, the number as eight bytes and the row hash', () => {
    const hash = Buffer.alloc(32, 7);
    const number = Buffer.from('0000000100000000', 'hex');
    const parts = Buffer.concat([Buffer.from('ST0R/audit/chain\0'), CHAIN_START, number, hash]);
    expect(chainHash(CHAIN_START, 2 ** 32, hash)).toEqual(createHash('sha256').update(parts).digest());
    expect(() => chainHash(Buffer.alloc(31), 1, hash)).toThrow(RangeError);
  });
});

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // Wrapped, because an object without entries is not an empty list.
  return { entries: Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)) };
}
