import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aeadOpen, aeadSeal } from './aead';
import { isPaddedLength, pad, unpad } from './padding';

describe('padding', () => {
  it('is the value, 0x80 and zeros', () => {
    expect(pad('abc').toString('hex')).toBe(`61626380${'00'.repeat(28)}`);
    expect(unpad(pad('abc'))?.toString()).toBe('abc');
  });

  it('is refused when the mark is missing or the value would have fitted a smaller size', () => {
    const roomy = Buffer.alloc(64);
    roomy.set(pad('abc'));
    expect(unpad(roomy)).toBeNull();
    expect(unpad(Buffer.alloc(32))).toBeNull();
    expect(unpad(Buffer.alloc(32, 'a'))).toBeNull();
  });

  it('knows its own lengths', () => {
    const lengths = Array.from({ length: 3100 }, (_, length) => length).filter(isPaddedLength);
    expect(lengths).toEqual([32, 64, 128, 256, 512, 1024, 2048, 3072]);
  });
});

describe('authenticated encryption', () => {
  it('V04 takes no tag shorter than 16 bytes, even one that is the beginning of the right one', () => {
    const context = { key: randomBytes(32), nonce: randomBytes(12), aad: Buffer.from('place') };
    const sealed = aeadSeal(context, Buffer.alloc(0));
    expect(aeadOpen(context, sealed)).toHaveLength(0);
    for (let length = 0; length < 16; length += 1) expect(aeadOpen(context, sealed.subarray(0, length))).toBeNull();
  });
});
