import { createHash } from 'node:crypto';

/**
 * Bytes that are hashed in one trial. So many that the hashing itself is what costs: a browser does it with the same
 * machine code as an attacker, and nobody gains from a cleverer program.
 */
export const WORK_BYTES = 16 * 1024;

/** The text of trial number `answer`: the number in four bytes, the challenge, and zeros. */
export function workText(challenge: string, answer: number): Buffer {
  const text = Buffer.alloc(WORK_BYTES);
  text.writeUInt32BE(answer);
  text.write(challenge, 4, 'ascii');
  return text;
}

/** Whether the hash of this trial begins with so many zero bits. */
export function solves(challenge: string, answer: number, bits: number): boolean {
  const hash = createHash('sha256').update(workText(challenge, answer)).digest();
  return bits <= 32 && hash.readUInt32BE() < 2 ** (32 - bits);
}
