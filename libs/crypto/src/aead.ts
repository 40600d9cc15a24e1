import { createCipheriv, createDecipheriv } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** One use of AES-256-GCM: a 32-byte key, a 12-byte nonce never used twice with it, and the bytes it is bound to. */
export type AeadContext = { key: Uint8Array; nonce: Uint8Array; aad: Uint8Array };

/** Encrypts and returns ciphertext followed by the 16-byte tag (SP 800-38D). */
export function aeadSeal({ key, nonce, aad }: AeadContext, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts what `aeadSeal` made; null when it is not authentic. The one place of the product that decrypts. */
export function aeadOpen({ key, nonce, aad }: AeadContext, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const split = sealed.length - TAG_BYTES;
  // Without authTagLength Node takes tags of 4 to 15 bytes as well, which makes forging them cheap.
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(split));
  const plain = decipher.update(sealed.subarray(0, split));
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return null;
  }
}
