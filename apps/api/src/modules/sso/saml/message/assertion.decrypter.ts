import { constants, createDecipheriv, privateDecrypt, type KeyObject } from 'node:crypto';
import { NS } from './namespaces';
import { attribute, childrenOf, descendants, onlyChild, trimmedText } from './saml-element';
import { SamlRefusal } from '../refusal';

const GCM: Record<string, { cipher: 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm'; keyBytes: number }> = {
  [`${NS.encryption11}aes128-gcm`]: { cipher: 'aes-128-gcm', keyBytes: 16 },
  [`${NS.encryption11}aes192-gcm`]: { cipher: 'aes-192-gcm', keyBytes: 24 },
  [`${NS.encryption11}aes256-gcm`]: { cipher: 'aes-256-gcm', keyBytes: 32 },
};
const OAEP_MGF1P = `${NS.encryption}rsa-oaep-mgf1p`;
const OAEP = `${NS.encryption11}rsa-oaep`;
const DIGESTS: Record<string, string> = {
  [`${NS.signature}sha1`]: 'sha1',
  [`${NS.encryption}sha256`]: 'sha256',
  [`${NS.encryption}sha512`]: 'sha512',
};
const NONCE = 12;
const TAG = 16;

/** The XML inside an EncryptedAssertion. Only AES-GCM and RSA-OAEP: everything older lets an attacker ask questions. */
export function decryptAssertion(encrypted: Element, keys: readonly KeyObject[]): string {
  const data = required(encrypted, 'EncryptedData');
  const method = algorithmOf(data);
  const suite = GCM[method];
  if (!suite) throw new SamlRefusal('encryption.algorithm', { found: method, expected: 'AES-GCM' });
  const wrapped = encryptedKey(encrypted);
  const oaepHash = oaepHashOf(wrapped);
  for (const key of keys) {
    const contentKey = unwrap(cipherValue(wrapped), { key, oaepHash });
    if (contentKey?.length === suite.keyBytes) return open(cipherValue(data), { ...suite, contentKey });
  }
  throw new SamlRefusal('encryption.failed');
}

/** Inside the data's KeyInfo or beside the data; one recipient, ourselves. */
function encryptedKey(encrypted: Element): Element {
  const found = descendants(encrypted, NS.encryption, 'EncryptedKey');
  if (found.length !== 1) throw new SamlRefusal('encryption.failed', { part: 'EncryptedKey' });
  return found[0]!;
}

function oaepHashOf(wrapped: Element): string {
  const name = algorithmOf(wrapped);
  if (name !== OAEP_MGF1P && name !== OAEP) {
    throw new SamlRefusal('encryption.algorithm', { found: name, expected: 'RSA-OAEP' });
  }
  const method = required(wrapped, 'EncryptionMethod');
  const digest = onlyChild(method, NS.signature, 'DigestMethod');
  const hash = digest ? DIGESTS[attribute(digest, 'Algorithm') ?? ''] : 'sha1';
  // OpenSSL's OAEP uses one hash for both of its parts, so the mask must be of the same.
  const maskName = attribute(childrenOf(method, NS.encryption11, 'MGF')[0] ?? method, 'Algorithm');
  const mask = name === OAEP && maskName !== OAEP ? maskName?.replace(`${NS.encryption11}mgf1`, '') : 'sha1';
  if (!hash || mask !== hash)
    throw new SamlRefusal('encryption.algorithm', { found: `${name} with ${hash ?? 'an unknown digest'}` });
  return hash;
}

function unwrap(bytes: Buffer, { key, oaepHash }: { key: KeyObject; oaepHash: string }): Buffer | undefined {
  try {
    return privateDecrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, bytes);
  } catch {
    return undefined;
  }
}

function open(
  bytes: Buffer,
  { cipher, contentKey }: { cipher: 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm'; contentKey: Buffer },
): string {
  if (bytes.length <= NONCE + TAG) throw new SamlRefusal('encryption.failed');
  const decipher = createDecipheriv(cipher, contentKey, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    throw new SamlRefusal('encryption.failed');
  }
}

function cipherValue(parent: Element): Buffer {
  const data = required(parent, 'CipherData');
  return Buffer.from(trimmedText(required(data, 'CipherValue')) ?? '', 'base64');
}

const algorithmOf = (parent: Element): string => {
  const method = onlyChild(parent, NS.encryption, 'EncryptionMethod');
  return (method && attribute(method, 'Algorithm')) ?? 'none';
};

function required(parent: Element, name: string): Element {
  const child = onlyChild(parent, NS.encryption, name);
  if (!child) throw new SamlRefusal('encryption.failed', { part: name });
  return child;
}
