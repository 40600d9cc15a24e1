import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** A 256-bit key of one organisation and purpose; `version` (u32, from 1) is written into everything it seals. */
export type DataKey = { version: number; key: KeyObject };

/** A fresh random key. A KeyObject keeps the bytes out of the JavaScript heap and out of any print-out. */
export function createDataKey(version: number): DataKey {
  return { version, key: secretKey(randomBytes(32)) };
}

/** Takes key bytes over into a KeyObject and wipes the given buffer. */
export function secretKey(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}
