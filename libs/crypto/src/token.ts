import { createHash, createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

/** A new opaque token: 256 random bits, 43 characters of base64url. Store its hash, never the token. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token, 32 bytes: enough for random tokens, which nobody can guess from a list. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** HMAC-SHA-256 under a secret kept outside the database, 32 bytes: a stolen table alone cannot be searched. */
export function pepperedHash(pepper: KeyObject, value: string): Buffer {
  return createHmac('sha256', pepper).update(value).digest();
}

/** Compares without telling by its duration where two values differ; unequal lengths are unequal. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
