import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aeadOpen, aeadSeal } from './aead';
import { secretKey, type DataKey } from './data-key';
import { hkdf } from './hkdf';
import { openField, sealWith } from './msv1';
import type { FieldPlace } from './place';
import { FIELD, PURPOSE, RECORD_TYPE } from './tags';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const range = (from: number, to: number) => Buffer.from(Array.from({ length: to - from }, (_, at) => from + at));
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));

describe('key derivation', () => {
  it.each([
    {
      title: 'case 1, basic',
      ikm: Buffer.alloc(22, 0x0b),
      salt: range(0, 13),
      info: range(0xf0, 0xfa),
      okm: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      title: 'case 2, long inputs',
      ikm: range(0x00, 0x50),
      salt: range(0x60, 0xb0),
      info: range(0xb0, 0x100),
      okm:
        'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c' +
        '59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      title: 'case 3, no salt and no info',
      ikm: Buffer.alloc(22, 0x0b),
      salt: Buffer.alloc(0),
      info: Buffer.alloc(0),
      okm: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ])('V01 gives the bytes of RFC 5869 $title', ({ ikm, salt, info, okm }) => {
    const derivation = { salt, info, length: hex(okm).length };
    expect(hkdf(ikm, derivation).toString('hex')).toBe(okm);
    expect(hkdf(secretKey(Buffer.from(ikm)), derivation).toString('hex')).toBe(okm);
  });
});

describe('encryption', () => {
  const gcm16 = {
    key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
    nonce: hex('cafebabefacedbaddecaf888'),
    aad: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  };
  const plain = hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const sealed =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
    '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b';

  it('V02 gives the bytes of GCM test case 16, both ways', () => {
    expect(aeadSeal(gcm16, plain).toString('hex')).toBe(sealed);
    expect(aeadOpen(gcm16, hex(sealed))).toEqual(plain);
  });
});

type Golden = {
  title: string;
  key: string;
  version: number;
  random: string;
  place: FieldPlace;
  text?: string;
  bytes?: string;
  blob: string;
};

describe('values sealed by earlier versions', () => {
  const golden = fixture('msv1.json') as Golden[];

  it('V02 has one golden value per padding size and kind', () => {
    expect(golden.length).toBeGreaterThanOrEqual(8);
  });

  it.each(golden)('V02 still writes and opens the golden value: $title', (value) => {
    const key: DataKey = { version: value.version, key: secretKey(hex(value.key)) };
    const plain = value.text ?? hex(value.bytes ?? '');
    const blob = hex(value.blob);
    expect(openField(key, value.place, blob)).toEqual(Buffer.from(plain));
    expect(sealWith(hex(value.random), { key, place: value.place }, plain)).toEqual(blob);
  });

  it('V02 keeps the number of every purpose, record type and field, and gives none twice', () => {
    const pinned = fixture('tags.json');
    expect({ purpose: PURPOSE, type: RECORD_TYPE, field: FIELD }).toEqual(pinned);
    for (const registry of [PURPOSE, RECORD_TYPE, FIELD]) {
      const numbers: number[] = Object.values(registry);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(Object.isFrozen(registry)).toBe(true);
    }
  });
});
