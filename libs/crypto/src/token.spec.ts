import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretKey } from './data-key';
import { createRecoveryCodes, recoveryCodeHash } from './recovery-code';
import { createToken, pepperedHash, sameBytes, tokenHash } from './token';

describe('tokens', () => {
  it('are 256 random bits in 43 characters that need no escaping', () => {
    const tokens = Array.from({ length: 1000 }, createToken);
    expect(new Set(tokens).size).toBe(1000);
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  });

  it('are stored as SHA-256 of exactly their characters', () => {
    const token = createToken();
    expect(tokenHash(token)).toEqual(createHash('sha256').update(token, 'utf8').digest());
  });

  it('give the HMAC of RFC 4231 case 2 under a pepper', () => {
    const mac = pepperedHash(secretKey(Buffer.from('Jefe')), 'what do ya want for nothing?');
    expect(mac.toString('hex')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });

  it('are equal only in full', () => {
    const hash = tokenHash('a');
    expect(sameBytes(hash, tokenHash('a'))).toBe(true);
    expect(sameBytes(hash, tokenHash('b'))).toBe(false);
    expect(sameBytes(hash, hash.subarray(1))).toBe(false);
  });
});

describe('recovery codes', () => {
  const pepper = secretKey(randomBytes(32));

  it('come as ten different codes of six groups of four', () => {
    const codes = createRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/.test(code))).toBe(true);
  });

  it('are recognised in lower case, without hyphens and with 0 typed for O or 8 for B', () => {
    const hash = recoveryCodeHash('OBOB-ABCD-EFGH-IJKL-MNOP-QRST', pepper);
    expect(recoveryCodeHash('obob abcd efgh ijkl mnop qrst', pepper)).toEqual(hash);
    expect(recoveryCodeHash('0808ABCDEFGHIJKLMNOPQRST', pepper)).toEqual(hash);
  });

  it('are stored as 32 bytes that differ between codes and between installations', () => {
    const [one = '', two = ''] = createRecoveryCodes(2);
    const hashes = [
      recoveryCodeHash(one, pepper),
      recoveryCodeHash(two, pepper),
      recoveryCodeHash(one, secretKey(randomBytes(32))),
    ];
    expect(new Set(hashes.map((hash) => hash?.toString('hex'))).size).toBe(3);
    expect(hashes.map((hash) => hash?.length)).toEqual([32, 32, 32]);
  });

  it.each([
    '',
    '123456',
    'ABCD-EFGH-IJKL-MNOP-QRST',
    'ABCD-EFGH-IJKL-MNOP-QRST-UVW!',
    'ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23',
  ])('cannot be %o', (typed) => {
    expect(recoveryCodeHash(typed, pepper)).toBeNull();
  });
});
