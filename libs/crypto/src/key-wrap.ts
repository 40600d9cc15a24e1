import { randomBytes } from 'node:crypto';
import { aeadOpen, aeadSeal, NONCE_BYTES, TAG_BYTES } from './aead';
import { secretKey, type DataKey } from './data-key';
import { hkdf } from './hkdf';
import type { Keyring, RootKey } from './keyring';
import { counter, idBytes } from './place';
import { PURPOSE, type Purpose } from './tags';
import { VaultFormatError, VaultOpenError } from './vault-error';

/** Whose key it is; organisation is a UUID, or PLATFORM_ORGANISATION. */
export type KeySlot = { organisation: string; purpose: Purpose; version: number };

/* offset 0 format · 1 suite · 2 root version u32 · 6 nonce 12 · 18 wrapped key 32 · 50 tag 16 */
const FORMAT = 0xa2;
const SUITE = 0x01;
const AT = { root: 2, nonce: 6, body: 18 } as const;
/** Bytes of a wrapped key, always. */
export const WRAPPED_KEY_BYTES = AT.body + 32 + TAG_BYTES;

/** Wraps a key for storage under the active root key, bound to its slot and to the root version. */
export function wrapKey(keyring: Keyring, slot: KeySlot, { key }: DataKey): Buffer {
  const root = keyring.active;
  const head = Buffer.alloc(AT.body);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt8(SUITE, 1);
  head.writeUInt32BE(root.version, AT.root);
  head.set(randomBytes(NONCE_BYTES), AT.nonce);
  const plain = key.export();
  const body = aeadSeal(wrapContext(root, slot, head), plain);
  plain.fill(0);
  return Buffer.concat([head, body]);
}

/** Opens a wrapped key; throws VaultFormatError or VaultOpenError (reason root-key when its root key is not here). */
export function unwrapKey(keyring: Keyring, slot: KeySlot, wrapped: Uint8Array): DataKey {
  const bytes = Buffer.from(wrapped);
  const root = keyring.find(wrappedUnder(bytes));
  if (!root) throw new VaultOpenError('root-key');
  const plain = aeadOpen(wrapContext(root, slot, bytes), bytes.subarray(AT.body));
  if (!plain) throw new VaultOpenError('authentication');
  return { version: slot.version, key: secretKey(plain) };
}

/** Version of the root key a wrapped key needs; throws VaultFormatError when the bytes are none of ours. */
export function wrappedUnder(wrapped: Uint8Array): number {
  const bytes = Buffer.from(wrapped);
  if (bytes.length !== WRAPPED_KEY_BYTES || bytes[0] !== FORMAT || bytes[1] !== SUITE) throw new VaultFormatError();
  return bytes.readUInt32BE(AT.root);
}

function wrapContext(root: RootKey, slot: KeySlot, head: Buffer) {
  const aad = Buffer.alloc(25);
  aad.set(idBytes(slot.organisation), 0);
  aad.writeUInt8(PURPOSE[slot.purpose], 16);
  aad.writeUInt32BE(counter(slot.version), 17);
  aad.writeUInt32BE(root.version, 21);
  const key = hkdf(root.key, { salt: Buffer.alloc(0), info: 'MSV1/wrap', length: 32 });
  return { key, nonce: head.subarray(AT.nonce, AT.body), aad };
}
