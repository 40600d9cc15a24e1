import type { KeyObject } from 'node:crypto';
import { openNote, signNote, SignedNoteError } from './signed-note';

/** State of an append-only log: whose it is, how many leaves, and the 32-byte Merkle root over them. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

/** A checkpoint as a signed note (C2SP tlog-checkpoint); the key's name is the origin, which has no blank or plus. */
export function signCheckpoint({ origin, size, root }: Checkpoint, privateKey: KeyObject): string {
  if (!/^[^\s+]+$/.test(origin) || !Number.isSafeInteger(size) || size < 0 || root.length !== 32) {
    throw new SignedNoteError('A checkpoint has an origin without blanks, a size and a root of 32 bytes.');
  }
  const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  return signNote(text, origin, privateKey);
}

/** Verifies a checkpoint with the text form of its public key (`verifierKey`); throws SignedNoteError. */
export function openCheckpoint(note: string, verifier: string): Checkpoint {
  const [origin, size, encoded] = openNote(note, verifier).split('\n');
  const root = Buffer.from(encoded ?? '', 'base64');
  const canonical = root.length === 32 && root.toString('base64') === encoded;
  if (!origin || !size || !/^(0|[1-9]\d{0,15})$/.test(size) || !canonical || !verifier.startsWith(`${origin}+`)) {
    throw new SignedNoteError('This note is no checkpoint of the expected log.');
  }
  return { origin, size: Number(size), root };
}
