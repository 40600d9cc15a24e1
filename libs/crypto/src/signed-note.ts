import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** A note or its verifier key that is malformed, or a note not signed by the expected key. */
export class SignedNoteError extends Error {
  readonly code = 'SIGNED_NOTE';

  constructor(message: string) {
    super(message);
    this.name = 'SignedNoteError';
  }
}

const ED25519 = 0x01;
// RFC 8410: the fixed SubjectPublicKeyInfo prefix before the 32 bytes of an Ed25519 public key.
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** The text form of a public key, `name+id+key` (C2SP signed-note): what a verifier keeps. Name without blank or plus. */
export function verifierKey(name: string, publicKey: KeyObject): string {
  if (!/^[^\s+]+$/.test(name)) throw new SignedNoteError('The name of a signing key has no blank and no plus sign.');
  const raw = rawKey(publicKey);
  const encoded = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64');
  return `${name}+${keyId(name, raw).toString('hex')}+${encoded}`;
}

/** Signs a text that ends in a newline (C2SP signed-note, Ed25519). */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  if (!text.endsWith('\n') || text.includes('\n\n')) throw new SignedNoteError('This text cannot be signed as a note.');
  const id = keyId(name, rawKey(createPublicKey(privateKey)));
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`;
}

/** The signed text of a note when the given verifier key signed it; throws SignedNoteError. Other signers are ignored. */
export function openNote(note: string, verifier: string): string {
  const { name, id, publicKey } = parseVerifier(verifier);
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) throw new SignedNoteError('This is not a signed note.');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  for (const line of lines) {
    const [, signer, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    if (!signer || !encoded) throw new SignedNoteError('A signature line of this note is malformed.');
    const signature = Buffer.from(encoded, 'base64');
    if (signer !== name || !signature.subarray(0, 4).equals(id)) continue;
    if (verify(null, Buffer.from(text), publicKey, signature.subarray(4))) return text;
    throw new SignedNoteError('The signature of this note does not match its text.');
  }
  throw new SignedNoteError('This note was not signed by the expected key.');
}

function parseVerifier(verifier: string): { name: string; id: Buffer; publicKey: KeyObject } {
  const [, name, hex, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(verifier) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  const raw = bytes.subarray(1);
  if (!name || bytes.length !== 33 || bytes[0] !== ED25519 || keyId(name, raw).toString('hex') !== hex) {
    throw new SignedNoteError('This is not a verifier key for Ed25519.');
  }
  const der = Buffer.concat([ED25519_SPKI, raw]);
  return { name, id: keyId(name, raw), publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

function rawKey(publicKey: KeyObject): Buffer {
  if (publicKey.asymmetricKeyType !== 'ed25519') throw new SignedNoteError('Notes are signed with Ed25519.');
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(ED25519_SPKI.length);
}

function keyId(name: string, raw: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(raw).digest().subarray(0, 4);
}
