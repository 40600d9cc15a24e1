import { createHmac, randomBytes } from 'node:crypto';
import { sameBytes } from './token';

/** Hashes a one-time password may be built on. */
export const OTP_ALGORITHM = ['sha1', 'sha256', 'sha512'] as const;
/** One of the hashes a one-time password may be built on. */
export type OtpAlgorithm = (typeof OTP_ALGORITHM)[number];

/** Everything a code depends on: seed bytes, hash, digits (6 to 8), period in seconds; steam codes are five letters. */
export type TotpSettings = {
  seed: Uint8Array;
  algorithm: OtpAlgorithm;
  digits: number;
  period: number;
  style: 'digits' | 'steam';
};

/** A code, the step it belongs to, and for how many more seconds it is the current one. */
export type TotpCode = { code: string; step: number; expiresInSeconds: number };

const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';
const STEAM_LENGTH = 5;
const WINDOW = [-1, 0, 1];

/** A new seed of 160 bits for our own users' second factor. */
export function createTotpSeed(): Buffer {
  return randomBytes(20);
}

/** The usual settings around a seed: SHA-1, six digits, 30 seconds. */
export function totpSettings(seed: Uint8Array): TotpSettings {
  return { seed, algorithm: 'sha1', digits: 6, period: 30, style: 'digits' };
}

/** The code at a moment (milliseconds since 1970), after RFC 6238. */
export function totpCode(settings: TotpSettings, atMillis: number): TotpCode {
  const seconds = Math.floor(atMillis / 1000);
  const step = Math.floor(seconds / settings.period);
  return { code: hotpCode(settings, step), step, expiresInSeconds: settings.period - (seconds % settings.period) };
}

/**
 * The step a typed code belongs to, or null. Accepts the step before and after the current one (RFC 6238, 5.2).
 * The caller must refuse a step at or below the last one it accepted.
 */
export function verifyTotp(settings: TotpSettings, typed: string, atMillis: number): number | null {
  const given = Buffer.from(typed.replace(/\s/g, '').toUpperCase());
  const { step } = totpCode(settings, atMillis);
  // All steps are compared, always, so the time taken says nothing about which one matched.
  const matches = WINDOW.map((offset) => step + offset).filter(
    (candidate) => candidate >= 0 && sameBytes(Buffer.from(hotpCode(settings, candidate)), given),
  );
  return matches.at(-1) ?? null;
}

/** The code for a counter, after RFC 4226; TOTP counts periods. */
export function hotpCode({ seed, algorithm, digits, style }: TotpSettings, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, seed).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return style === 'steam' ? steamCode(number) : String(number % 10 ** digits).padStart(digits, '0');
}

function steamCode(number: number): string {
  const base = STEAM_ALPHABET.length;
  const digits = Array.from({ length: STEAM_LENGTH }, (_, at) => Math.floor(number / base ** at) % base);
  return digits.map((digit) => STEAM_ALPHABET.charAt(digit)).join('');
}
