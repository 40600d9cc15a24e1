import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32Decode, base32Encode } from './base32';
import { OtpauthError, otpauthUri, parseOtpauth } from './otpauth';
import { createTotpSeed, hotpCode, OTP_ALGORITHM, totpCode, totpSettings, verifyTotp, type OtpAlgorithm } from './totp';

const rfcSeed = (bytes: number) => Buffer.from('1234567890'.repeat(7)).subarray(0, bytes);
const SEED_BYTES: Record<OtpAlgorithm, number> = { sha1: 20, sha256: 32, sha512: 64 };

describe('one-time passwords', () => {
  it('T01 gives the ten codes of RFC 4226, appendix D', () => {
    const codes = Array.from({ length: 10 }, (_, counter) => hotpCode(totpSettings(rfcSeed(20)), counter));
    expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
  });

  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('T01 gives the codes of RFC 6238, appendix B, at second %i for all three hashes', (seconds, ...expected) => {
    const codes = OTP_ALGORITHM.map((algorithm) => {
      const settings = { ...totpSettings(rfcSeed(SEED_BYTES[algorithm])), algorithm, digits: 8 };
      return totpCode(settings, seconds * 1000).code;
    });
    expect(codes).toEqual(expected);
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('T04 answers a code of step %i with %s', (offset, accepted) => {
    const settings = totpSettings(rfcSeed(20));
    const now = 1_700_000_015_000;
    const typed = totpCode(settings, now + offset * 30_000);
    expect(verifyTotp(settings, typed.code, now)).toBe(accepted ? typed.step : null);
  });

  it('reads a code typed in two groups, and refuses one that is too short, too long or empty', () => {
    const settings = totpSettings(rfcSeed(20));
    expect(verifyTotp(settings, ' 287 082 ', 59_000)).toBe(1);
    for (const typed of ['', '28708', '0287082', '２８７０８２', 'abcdef']) {
      expect(verifyTotp(settings, typed, 59_000)).toBeNull();
    }
  });

  it('tells the step and the seconds left', () => {
    expect(totpCode(totpSettings(rfcSeed(20)), 59_999)).toEqual({ code: '287082', step: 1, expiresInSeconds: 1 });
    expect(totpCode(totpSettings(rfcSeed(20)), 60_000)).toMatchObject({ step: 2, expiresInSeconds: 30 });
  });

  it('gives five letters of the Steam alphabet for a steam seed, and accepts them in lower case', () => {
    const { totp } = parseOtpauth('steam://GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const { code, step } = totpCode(totp, 59_000);
    // HOTP 1 of this seed is 1094287082 before it is cut to digits; written to base 26, lowest place first.
    expect(code).toBe('PV9M4');
    expect(verifyTotp(totp, code.toLowerCase(), 59_000)).toBe(step);
  });

  it('makes seeds of 160 bits, each its own', () => {
    expect(createTotpSeed()).toHaveLength(20);
    expect(createTotpSeed().equals(createTotpSeed())).toBe(false);
  });
});

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes and reads %o as RFC 4648 does', (plain, text) => {
    expect(base32Encode(Buffer.from(plain))).toBe(text);
    expect(base32Decode(text)?.toString()).toBe(plain);
  });

  it('returns all bytes exactly, also lower case, grouped and padded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = base32Encode(bytes);
        const typed = `${text.toLowerCase().replace(/.{4}/g, '$& ')}===`;
        expect(base32Decode(typed)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each(['A', 'MZX', 'MZXW6Y', 'M1', 'MY!', 'ÄÖ'])('refuses %s', (text) => {
    expect(base32Decode(text)).toBeNull();
  });
});

describe('otpauth addresses', () => {
  it('survive writing and reading with every setting', () => {
    const name = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
      .filter((text) => text.trim() === text && !text.includes(':'));
    const seed = fc.uint8Array({ minLength: 1, maxLength: 64 });
    const digits = fc.integer({ min: 6, max: 8 });
    const period = fc.constantFrom(15, 30, 60);
    fc.assert(
      fc.property(
        name,
        name,
        seed,
        fc.constantFrom(...OTP_ALGORITHM),
        digits,
        period,
        (issuer, account, bytes, algorithm, count, seconds) => {
          const totp = { ...totpSettings(Buffer.from(bytes)), algorithm, digits: count, period: seconds };
          expect(parseOtpauth(otpauthUri({ issuer, account, totp }))).toEqual({ issuer, account, totp });
        },
      ),
    );
  });

  it('are read with the usual defaults, and a bare short seed is taken as it is', () => {
    expect(parseOtpauth('otpauth://totp/ACME:jo@example.net?secret=JBSWY3DPEHPK3PXP')).toEqual({
      issuer: 'ACME',
      account: 'jo@example.net',
      totp: totpSettings(Buffer.from('Hello!\u00de\u00ad\u00be\u00ef', 'latin1')),
    });
    expect(parseOtpauth(' jbsw y3dp ehpk 3pxp ').totp.seed).toHaveLength(10);
  });

  it.each([
    'otpauth://hotp/a?secret=JBSWY3DPEHPK3PXP&counter=1',
    'otpauth://totp/a',
    'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=5',
    'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=9',
    'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=six',
    'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&period=0',
    'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&algorithm=MD5',
    'otpauth://[',
    'https://example.net/?secret=JBSWY3DPEHPK3PXP',
    'hunter2!',
    '',
  ])('are refused without repeating the seed: %s', (text) => {
    expect(() => parseOtpauth(text)).toThrow(OtpauthError);
    expect(() => parseOtpauth(text)).not.toThrow('JBSWY3DPEHPK3PXP');
  });
});
