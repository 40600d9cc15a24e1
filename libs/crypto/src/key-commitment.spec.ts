import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aeadOpen } from './aead';
import { createDataKey, type DataKey } from './data-key';
import { hkdf } from './hkdf';
import { openField, sealField } from './msv1';
import { placeBytes, type FieldPlace } from './place';
import { uuid7 } from './uuid7';
import { VaultOpenError } from './vault-error';

const place: FieldPlace = {
  organisation: uuid7(),
  purpose: 'vault',
  type: 'credential',
  record: uuid7(),
  field: 'notes',
  revision: 1,
};

// Arithmetic of GHASH (SP 800-38D, 6.3): blocks as polynomials, first bit = x^0.
const R = 0xe1n << 120n;
const block = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
const bytesOf = (value: bigint) => Buffer.from(value.toString(16).padStart(32, '0'), 'hex');

function multiply(left: bigint, right: bigint): bigint {
  let product = 0n;
  let shifted = right;
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if ((left >> bit) & 1n) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ R : shifted >> 1n;
  }
  return product;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n << 127n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = multiply(square, square)) {
    if (rest & 1n) result = multiply(result, square);
  }
  return result;
}

const inverse = (value: bigint) => power(value, 2n ** 128n - 2n);

function encryptBlock(key: Buffer, input: Uint8Array): bigint {
  return block(createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(input));
}

/** Two keys' view of one message: hash key, pad of the tag, key stream. */
function viewOf(key: Buffer, nonce: Buffer) {
  const counter = (count: number) => Buffer.concat([nonce, Buffer.of(0, 0, 0, count)]);
  return {
    hashKey: encryptBlock(key, Buffer.alloc(16)),
    tagPad: encryptBlock(key, counter(1)),
    stream: (at: number) => encryptBlock(key, counter(at + 2)),
  };
}

function blocksOf(bytes: Buffer): bigint[] {
  const padded = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  return Array.from({ length: padded.length / 16 }, (_, at) => block(padded.subarray(at * 16, at * 16 + 16)));
}

const ghash = (hashKey: bigint, blocks: bigint[]) => blocks.reduce((sum, next) => multiply(sum ^ next, hashKey), 0n);

/** Keys of one message as sealing derives them; written out here so the attack owes nothing to the code under test. */
function messageKey(key: DataKey, aad: Buffer, head: Buffer): Buffer {
  const info = Buffer.concat([Buffer.from('MSV1\x01', 'latin1'), aad, head.subarray(6, 8)]);
  return hkdf(key.key, { salt: head.subarray(8, 24), info, length: 32 });
}

/** A 64-byte ciphertext with one tag that is authentic under both keys; the fourth block keeps the padding valid. */
function doubleCiphertext(keys: [Buffer, Buffer], nonce: Buffer, aad: Buffer): Buffer {
  const [one, two] = [viewOf(keys[0], nonce), viewOf(keys[1], nonce)];
  const lengths = (BigInt(aad.length * 8) << 64n) | BigInt(64 * 8);
  const chosen = [0, 1].map((at) => one.stream(at) ^ block(Buffer.from(`sixteen letters${at}`)));
  const last = one.stream(3) ^ (0x80n << 120n);
  const tagWith = (view: typeof one, free: bigint) =>
    ghash(view.hashKey, [...blocksOf(aad), ...chosen, free, last, lengths]) ^ view.tagPad;
  // The third block enters the tag times H^3, so one linear equation makes both tags agree.
  const gap = tagWith(one, 0n) ^ tagWith(two, 0n);
  const free = multiply(gap, inverse(power(one.hashKey, 3n) ^ power(two.hashKey, 3n)));
  return Buffer.concat([...chosen, free, last, tagWith(one, free)].map(bytesOf));
}

describe('a value crafted to say two things', () => {
  it('V12 is authentic to bare GCM under two keys, and opens under no more than the key it is committed to', () => {
    const [mine, theirs] = [createDataKey(1), createDataKey(1)];
    const head = sealField(mine, place, 'x'.repeat(40)).subarray(0, 68);
    const aad = placeBytes(place, 0x01, 1);
    const nonce = head.subarray(24, 36);
    const keys: [Buffer, Buffer] = [messageKey(mine, aad, head), messageKey(theirs, aad, head)];
    const body = doubleCiphertext(keys, nonce, aad);

    const underMine = aeadOpen({ key: keys[0], nonce, aad }, body);
    const underTheirs = aeadOpen({ key: keys[1], nonce, aad }, body);
    expect(underMine).not.toBeNull();
    expect(underTheirs).not.toBeNull();
    expect(digest(underMine)).not.toBe(digest(underTheirs));

    const blob = Buffer.concat([head, body]);
    expect(openField(mine, place, blob)).toHaveLength(48);
    expect(() => openField(theirs, place, blob)).toThrow(
      expect.objectContaining({ constructor: VaultOpenError, reason: 'commitment' }),
    );
  });
});

const digest = (bytes: Buffer | null) =>
  createHash('sha256')
    .update(bytes ?? Buffer.alloc(0))
    .digest('hex');
