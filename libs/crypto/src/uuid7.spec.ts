import { describe, expect, it } from 'vitest';
import { uuidBytes } from './uuid-bytes';
import { uuid7, uuidText } from './uuid7';

const millisOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('record ids', () => {
  it('have version 7, the variant of RFC 9562, and the time in front', () => {
    const now = 2_000_000_000_123;
    const id = uuid7(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(millisOf(id)).toBe(now);
  });

  it('rise within the process, also many in one millisecond and after the clock went back', () => {
    const future = 2_000_003_600_000;
    const ids = Array.from({ length: 20_000 }, (_, at) => uuid7(at === 10_000 ? future - 3_600_000 : future));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.charAt(14) === '7')).toBe(true);
  });

  it('write times beyond 32 bits of milliseconds', () => {
    const later = 0x1_0000_0000_00;
    expect(millisOf(uuid7(later * 2))).toBe(later * 2);
  });

  it('turn into 16 bytes and back, whatever their case', () => {
    const id = '018f3b6e-12ab-7cde-8f01-23456789abcd';
    expect(Buffer.from(uuidBytes(id.toUpperCase()) ?? []).toString('hex')).toBe(id.replaceAll('-', ''));
    expect(uuidText(uuidBytes(id) ?? new Uint8Array())).toBe(id);
  });

  it.each([
    '',
    '018f3b6e12ab7cde8f0123456789abcd',
    '018f3b6e-12ab-7cde-8f01-23456789abcg',
    '{018f3b6e-12ab-7cde-8f01-23456789abcd}',
  ])('are not %o', (text) => {
    expect(uuidBytes(text)).toBeNull();
  });
});
