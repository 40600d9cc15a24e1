import { hkdfSync, type KeyObject } from 'node:crypto';

/** What a derived key is for: `info` separates uses, `salt` separates messages, `length` is in bytes. */
export type Derivation = { salt: Uint8Array; info: Uint8Array | string; length: number };

/** HKDF-SHA-256 (RFC 5869), extract and expand in one call. */
export function hkdf(secret: KeyObject | Uint8Array, { salt, info, length }: Derivation): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}
