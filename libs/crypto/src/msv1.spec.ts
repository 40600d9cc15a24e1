import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDataKey } from './data-key';
import { blobKeyVersion, MAX_SEALED_BYTES, openField, openText, resealField, SEAL_OVERHEAD, sealField } from './msv1';
import type { FieldPlace } from './place';
import { uuid7 } from './uuid7';
import { VaultFormatError, VaultInputError, VaultOpenError } from './vault-error';

const key = createDataKey(3);
const place: FieldPlace = {
  organisation: uuid7(),
  purpose: 'vault',
  type: 'credential',
  record: uuid7(),
  field: 'password',
  revision: 7,
};

function refusal(open: () => unknown): VaultOpenError {
  try {
    open();
  } catch (error) {
    if (error instanceof VaultOpenError) return error;
    throw error;
  }
  throw new Error('The value opened although it must not.');
}

describe('sealing a value and opening it in its place', () => {
  it('returns every text exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), (text) => {
        expect(openText(key, place, sealField(key, place, text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('returns every sequence of bytes exactly, also one that looks like padding', () => {
    const tricky = fc.constantFrom(Buffer.of(0x80), Buffer.of(0x80, 0, 0), Buffer.alloc(64), Buffer.alloc(0));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), tricky), (bytes) => {
        expect(openField(key, place, sealField(key, place, bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a byte order mark at the start of a text', () => {
    expect(openText(key, place, sealField(key, place, '\ufeffsecret'))).toBe('\ufeffsecret');
  });

  it('names the key version a value needs', () => {
    expect(blobKeyVersion(sealField(key, place, 'x'))).toBe(3);
  });

  it('reads a value out of a larger buffer', () => {
    const blob = sealField(key, place, 'inside');
    const around = Buffer.concat([Buffer.alloc(5, 1), blob, Buffer.alloc(5, 2)]);
    expect(openText(key, place, around.subarray(5, 5 + blob.length))).toBe('inside');
  });

  it('refuses text with half a character, values over 1 MiB and malformed places before storing anything', () => {
    expect(() => sealField(key, place, 'a\ud800b')).toThrow(VaultInputError);
    expect(() => sealField(key, place, Buffer.alloc(MAX_SEALED_BYTES + 1))).toThrow(VaultInputError);
    expect(() => sealField(key, { ...place, record: 'not-a-uuid' }, 'x')).toThrow(VaultInputError);
    expect(() => sealField(key, { ...place, revision: -1 }, 'x')).toThrow(VaultInputError);
    expect(() => sealField(key, { ...place, revision: 2 ** 32 }, 'x')).toThrow(VaultInputError);
  });

  it('does not hand out bytes as text when they are no text', () => {
    const blob = sealField(key, place, Buffer.of(0xff, 0xfe));
    expect(refusal(() => openText(key, place, blob)).reason).toBe('encoding');
  });

  it('V19 is sealed again under another key at its place, text as text and bytes as bytes, and nowhere else', () => {
    const to = createDataKey(4);
    const [text, bytes] = ['héllo', Buffer.of(0x80, 0, 7)];
    const resealed = resealField({ from: key, to }, place, sealField(key, place, text));
    expect([openText(to, place, resealed), blobKeyVersion(resealed)]).toEqual([text, 4]);
    expect(refusal(() => openText(key, place, resealed)).reason).toBe('key-version');
    const binary = sealField(key, place, bytes);
    const again = resealField({ from: key, to }, place, binary);
    expect([openField(to, place, again).equals(bytes), again.readUInt16BE(6)]).toEqual([true, binary.readUInt16BE(6)]);
    expect(refusal(() => resealField({ from: key, to }, { ...place, revision: 6 }, binary)).reason).toBe('commitment');
  });

  it('V13 stores passwords of 1 to 31 characters, and the empty one, in equal length', () => {
    const lengths = Array.from({ length: 32 }, (_, length) => sealField(key, place, 'p'.repeat(length)).length);
    expect(new Set(lengths)).toEqual(new Set([SEAL_OVERHEAD + 32]));
  });

  it('V13 grows in steps only: 32, 64, 128, 256, 512, then whole KiB', () => {
    const stored = [32, 63, 64, 127, 128, 255, 256, 511, 512, 1023, 1024, 2047, 2048];
    const sizes = stored.map((length) => sealField(key, place, Buffer.alloc(length)).length - SEAL_OVERHEAD);
    expect(sizes).toEqual([64, 64, 128, 128, 256, 256, 512, 512, 1024, 1024, 2048, 2048, 3072]);
  });
});

describe('a damaged value', () => {
  it.each([[''], ['p'.repeat(40)], ['n'.repeat(150)]])(
    'V03 is refused whichever single bit is flipped (%#)',
    (text) => {
      const blob = sealField(key, place, text);
      for (let bit = 0; bit < blob.length * 8; bit += 1) {
        const damaged = Buffer.from(blob);
        damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const error = refusal(() => openField(key, place, damaged));
        expect(error).toBeInstanceOf(VaultOpenError);
      }
    },
  );

  it('V03 is answered with one sentence whatever is wrong, and neither value nor key is in the error', () => {
    const blob = sealField(key, place, 'hunter2hunter2');
    const format = refusal(() => openField(key, place, Buffer.alloc(3)));
    const tampered = Buffer.from(blob);
    tampered.writeUInt8(tampered.readUInt8(80) ^ 1, 80);
    const forged = refusal(() => openField(key, place, tampered));
    expect(forged.message).toBe(format.message);
    expect([forged.code, format.code]).toEqual(['VAULT_OPEN', 'VAULT_FORMAT']);
    expect(Object.values({ ...forged }).sort()).toEqual(['VAULT_OPEN', 'VaultOpenError', 'authentication']);
  });

  it.each([4, 8, 12, 15])('V04 is refused when its tag is cut to %i bytes', (tag) => {
    const blob = sealField(key, place, 'p');
    expect(refusal(() => openField(key, place, blob.subarray(0, blob.length - 16 + tag))).code).toBe('VAULT_FORMAT');
  });

  it('V05 is refused at every other length, shorter or longer', () => {
    const blob = sealField(key, place, 'p'.repeat(100));
    const longer = Buffer.concat([blob, Buffer.alloc(2048)]);
    for (let length = 0; length <= longer.length; length += 1) {
      if (length === blob.length) continue;
      const error = refusal(() => openField(key, place, longer.subarray(0, length)));
      const wholeBuckets = [32, 64, 256, 512, 1024, 2048].includes(length - SEAL_OVERHEAD);
      expect(error.code).toBe(wholeBuckets ? 'VAULT_OPEN' : 'VAULT_FORMAT');
    }
  });

  it.each([
    { what: 'format', at: 0, values: [0x00, 0xa0, 0xa2, 0x01] },
    { what: 'suite', at: 1, values: [0x00, 0x02, 0x80, 0xff] },
    { what: 'flag', at: 6, values: [0x01, 0x80] },
    { what: 'flag', at: 7, values: [0x00, 0x02, 0x05, 0x81] },
  ])('V05 is VAULT_FORMAT with an unknown $what at byte $at; nothing older is tried', ({ at, values }) => {
    for (const value of values) {
      const blob = sealField(key, place, 'p');
      blob.writeUInt8(value, at);
      expect(refusal(() => openField(key, place, blob))).toBeInstanceOf(VaultFormatError);
      expect(refusal(() => blobKeyVersion(blob))).toBeInstanceOf(VaultFormatError);
    }
  });

  it('V05 has one place in this library where anything is decrypted', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
    const uses = sources.flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8').includes('createDecipheriv(') ? [name] : [],
    );
    expect(uses).toEqual(['aead.ts']);
  });
});

describe('a value that was moved', () => {
  const blob = sealField(key, place, 'hunter2');
  const elsewhere: { id: string; where: string; there: Partial<FieldPlace> }[] = [
    { id: 'V06', where: 'another record of the same organisation', there: { record: uuid7() } },
    { id: 'V06', where: 'a record of another kind', there: { type: 'credential-version' } },
    { id: 'V07', where: 'another field of the same record', there: { field: 'notes' } },
    { id: 'V08', where: 'another organisation that has the same key', there: { organisation: uuid7() } },
    { id: 'V09', where: 'another purpose', there: { purpose: 'file' } },
    { id: 'V10', where: 'a later revision of its own field', there: { revision: 8 } },
    { id: 'V10', where: 'an earlier revision of its own field', there: { revision: 6 } },
  ];

  it.each(elsewhere)('$id does not open in $where', ({ there }) => {
    expect(refusal(() => openField(key, { ...place, ...there }, blob)).reason).toBe('commitment');
  });

  it('V08 does not open in another organisation under that one’s own key', () => {
    const theirs = createDataKey(3);
    expect(refusal(() => openField(theirs, { ...place, organisation: uuid7() }, blob)).reason).toBe('commitment');
  });

  it('V10 does not open under another version number of the same key', () => {
    expect(refusal(() => openField({ version: 4, key: key.key }, place, blob)).reason).toBe('key-version');
    const relabelled = Buffer.from(blob);
    relabelled.writeUInt32BE(4, 2);
    expect(refusal(() => openField({ version: 4, key: key.key }, place, relabelled)).reason).toBe('commitment');
  });
});
