import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDataKey } from './data-key';
import { sealField } from './msv1';
import { assertRandomness, RandomnessError } from './randomness';
import { uuid7 } from './uuid7';

describe('the random source', () => {
  it('V11 never gives two of 20,000 sealed values the same salt and nonce', () => {
    const key = createDataKey(1);
    const record = uuid7();
    const place = {
      organisation: uuid7(),
      purpose: 'vault',
      type: 'credential',
      record,
      field: 'password',
      revision: 1,
    } as const;
    const seen = new Set<string>();
    for (let round = 0; round < 20_000; round += 1) {
      const blob = sealField(key, place, 'the same secret');
      seen.add(blob.toString('latin1', 8, 36));
    }
    expect(seen.size).toBe(20_000);
  });

  it('V11 passes the start-up check on this machine', () => {
    expect(() => assertRandomness()).not.toThrow();
  });

  it('V11 stops the start when it is constant', () => {
    expect(() => assertRandomness((bytes) => Buffer.alloc(bytes, 0x5a))).toThrow(RandomnessError);
  });

  it('V11 stops the start when it repeats after a while, as after a restored snapshot', () => {
    const few = Array.from({ length: 40 }, () => randomBytes(16));
    let draws = 0;
    expect(() => assertRandomness(() => few[draws++ % few.length] ?? Buffer.alloc(16))).toThrow(RandomnessError);
  });

  it('V11 stops the start when one bit stands still', () => {
    const stuck = (bytes: number) => {
      const sample = randomBytes(bytes);
      sample.writeUInt8(sample.readUInt8(3) | 0x10, 3);
      return sample;
    };
    expect(() => assertRandomness(stuck)).toThrow(RandomnessError);
  });
});
