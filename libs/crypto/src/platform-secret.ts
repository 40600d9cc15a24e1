import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { secretKey } from './data-key';
import { hkdf } from './hkdf';
import type { RootKey } from './keyring';

/** Secrets of the installation that need no row of their own. A label is never reused for something else. */
export const PLATFORM_SECRET = [
  'password-pepper',
  'recovery-pepper',
  'token-pepper',
  'audit-mac',
  'audit-sign',
  'jwt-sign',
  'cross-reuse',
] as const;
/** Name of a derived secret of the installation. */
export type PlatformSecretName = (typeof PLATFORM_SECRET)[number];

/** Derives a 256-bit secret from a root key. Note `root.version` beside whatever depends on it: another root, another secret. */
export function platformSecret(root: RootKey, name: PlatformSecretName): KeyObject {
  return secretKey(hkdf(root.key, { salt: Buffer.alloc(0), info: `ST0R/platform/${name}`, length: 32 }));
}

// RFC 8410: the fixed PKCS #8 prefix before the 32 bytes of an Ed25519 private key.
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key pair of a 32-byte secret (RFC 8032): the same secret gives the same pair on every node. */
export function signingKeyPair(seed: KeyObject): { privateKey: KeyObject; publicKey: KeyObject } {
  const der = Buffer.concat([ED25519_PKCS8, seed.export()]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** A short name for a public key, made from the key itself: two keys never share one. */
export function signingKeyId(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(der).digest('base64url').slice(0, 22);
}
