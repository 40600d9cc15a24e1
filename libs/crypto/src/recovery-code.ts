import { randomBytes, type KeyObject } from 'node:crypto';
import { base32Decode, base32Encode } from './base32';
import { pepperedHash } from './token';

const CODE_BYTES = 15;

/** New recovery codes of 120 random bits each, as six groups of four base32 characters. */
export function createRecoveryCodes(count = 10): string[] {
  return Array.from({ length: count }, () => grouped(randomBytes(CODE_BYTES)));
}

/** What is stored for a recovery code: 32 bytes. Null when the typed text cannot be a code at all. */
export function recoveryCodeHash(typed: string, pepper: KeyObject): Buffer | null {
  // Base32 knows neither 0 nor 8, so who types them read an O or a B.
  const bytes = base32Decode(typed.replaceAll('0', 'O').replaceAll('8', 'B'));
  return bytes?.length === CODE_BYTES ? pepperedHash(pepper, grouped(bytes)) : null;
}

function grouped(bytes: Uint8Array): string {
  return base32Encode(bytes).replace(/.{4}(?=.)/g, '$&-');
}
