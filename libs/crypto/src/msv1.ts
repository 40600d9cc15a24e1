import { randomBytes, timingSafeEqual } from 'node:crypto';
import { aeadOpen, aeadSeal, NONCE_BYTES, TAG_BYTES } from './aead';
import type { DataKey } from './data-key';
import { hkdf } from './hkdf';
import { isPaddedLength, pad, unpad } from './padding';
import { counter, placeBytes, type FieldPlace } from './place';
import { VaultFormatError, VaultInputError, VaultOpenError } from './vault-error';

/*
 * offset 0 format · 1 suite · 2 key version u32 · 6 flags u16 · 8 salt 16 · 24 nonce 12 · 36 commitment 32
 *        68 ciphertext of the padded value · tag 16
 */
const FORMAT = 0xa1;
const SUITE = 0x01;
const PADDED = 0x0001;
const BINARY = 0x0002;
const SALT_BYTES = 16;
const COMMITMENT_BYTES = 32;
const AT = { version: 2, flags: 6, salt: 8, nonce: 24, commitment: 36, body: 68 } as const;

/** Bytes a sealed value adds to its padded plaintext. */
export const SEAL_OVERHEAD = AT.body + TAG_BYTES;
/** Longest value that may be sealed, in bytes; larger things are files. */
export const MAX_SEALED_BYTES = 1024 * 1024;
export const SEAL_RANDOM_BYTES = SALT_BYTES + NONCE_BYTES;

/** Seals a value for one place (MSV1, suite 1). Text must be well-formed Unicode; throws VaultInputError. */
export function sealField(key: DataKey, place: FieldPlace, plain: Uint8Array | string): Buffer {
  return sealWith(randomBytes(SEAL_RANDOM_BYTES), { key, place }, plain);
}

/** Opens a sealed value at its place; throws VaultOpenError, or VaultFormatError when the bytes are none of ours. */
export function openField(key: DataKey, place: FieldPlace, blob: Uint8Array): Buffer {
  const bytes = wellFormed(blob);
  if (bytes.readUInt32BE(AT.version) !== key.version) throw new VaultOpenError('key-version');
  const aad = placeBytes(place, SUITE, key.version);
  const { messageKey, commitment } = messageKeys(key, aad, bytes);
  try {
    if (!timingSafeEqual(commitment, bytes.subarray(AT.commitment, AT.body))) throw new VaultOpenError('commitment');
    const padded = aeadOpen({ key: messageKey, nonce: nonceOf(bytes), aad }, bytes.subarray(AT.body));
    if (!padded) throw new VaultOpenError('authentication');
    const plain = unpad(padded);
    if (!plain) throw new VaultOpenError('padding');
    return plain;
  } finally {
    messageKey.fill(0);
  }
}

/** Opens a sealed value as text; throws like openField, and VaultOpenError when the bytes are not UTF-8. */
export function openText(key: DataKey, place: FieldPlace, blob: Uint8Array): string {
  const plain = openField(key, place, blob);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    throw new VaultOpenError('encoding');
  } finally {
    plain.fill(0);
  }
}

/** The same value at the same place under another key, text as text and bytes as bytes; throws like openField. */
export function resealField(keys: { from: DataKey; to: DataKey }, place: FieldPlace, blob: Uint8Array): Buffer {
  const plain = openField(keys.from, place, blob);
  try {
    const flags = wellFormed(blob).readUInt16BE(AT.flags);
    return sealBytes(randomBytes(SEAL_RANDOM_BYTES), { key: keys.to, place }, { plain, flags });
  } finally {
    plain.fill(0);
  }
}

/** Version of the key a sealed value needs; throws VaultFormatError when the bytes are none of ours. */
export function blobKeyVersion(blob: Uint8Array): number {
  return wellFormed(blob).readUInt32BE(AT.version);
}

/** The deterministic half of sealing, kept apart so golden values can be reproduced: 16 bytes salt, 12 bytes nonce. */
export function sealWith(
  random: Uint8Array,
  { key, place }: { key: DataKey; place: FieldPlace },
  plain: Uint8Array | string,
): Buffer {
  refuseUnsealable(plain);
  return sealBytes(random, { key, place }, { plain, flags: typeof plain === 'string' ? PADDED : PADDED | BINARY });
}

function sealBytes(
  random: Uint8Array,
  { key, place }: { key: DataKey; place: FieldPlace },
  { plain, flags }: { plain: Uint8Array | string; flags: number },
): Buffer {
  const head = header(counter(key.version), flags);
  head.set(random, AT.salt);
  const aad = placeBytes(place, SUITE, key.version);
  const { messageKey, commitment } = messageKeys(key, aad, head);
  head.set(commitment, AT.commitment);
  const padded = pad(plain);
  const body = aeadSeal({ key: messageKey, nonce: nonceOf(head), aad }, padded);
  padded.fill(0);
  messageKey.fill(0);
  return Buffer.concat([head, body]);
}

function header(version: number, flags: number): Buffer {
  const head = Buffer.alloc(AT.body);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt8(SUITE, 1);
  head.writeUInt32BE(version, AT.version);
  head.writeUInt16BE(flags, AT.flags);
  return head;
}

// The flags follow the place in the info: the place alone would leave them open to a flipped bit.
function messageKeys(key: DataKey, aad: Buffer, head: Buffer): { messageKey: Buffer; commitment: Buffer } {
  const info = Buffer.concat([Buffer.from('MSV1'), Buffer.of(SUITE), aad, head.subarray(AT.flags, AT.salt)]);
  const okm = hkdf(key.key, { salt: head.subarray(AT.salt, AT.nonce), info, length: 32 + COMMITMENT_BYTES });
  return { messageKey: okm.subarray(0, 32), commitment: okm.subarray(32) };
}

function nonceOf(head: Buffer): Buffer {
  return head.subarray(AT.nonce, AT.commitment);
}

function wellFormed(blob: Uint8Array): Buffer {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  const bodyLength = bytes.length - SEAL_OVERHEAD;
  if (!isPaddedLength(bodyLength) || bytes[0] !== FORMAT || bytes[1] !== SUITE) throw new VaultFormatError();
  if ((bytes.readUInt16BE(AT.flags) & ~BINARY) !== PADDED) throw new VaultFormatError();
  return bytes;
}

function refuseUnsealable(plain: Uint8Array | string): void {
  if (typeof plain === 'string' && !plain.isWellFormed()) {
    throw new VaultInputError('This text holds half a character (a lone surrogate) and cannot be stored exactly.');
  }
  const length = typeof plain === 'string' ? Buffer.byteLength(plain) : plain.length;
  if (length > MAX_SEALED_BYTES) throw new VaultInputError('This value is over 1 MiB. Store it as a file.');
}
