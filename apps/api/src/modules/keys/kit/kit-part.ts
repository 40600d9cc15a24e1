import { createHash } from 'node:crypto';

/** Crockford's: without I, L, O and U, so that what is read from paper is read right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KIT_BYTES = 2;
const CHECK_BYTES = 2;

/** Something typed from paper that cannot be right; says what to do. */
export class KitError extends Error {}

/** One of the parts of a kit: which kit, and the bytes. */
export interface KitPart {
  kit: string;
  bytes: Uint8Array;
}

/** A part as it is printed: groups of five, with the number of its kit and a check against slips of the pen. */
export function printedPart({ kit, bytes }: KitPart): string {
  const body = Buffer.concat([Buffer.from(kit, 'hex'), bytes]);
  return grouped(toText(Buffer.concat([body, checkOf(body)])));
}

/** A printed part as somebody typed it: any case, any spaces; throws KitError. */
export function readPart(text: string): KitPart {
  const all = fromText(text);
  const body = all.subarray(0, -CHECK_BYTES);
  if (all.length <= KIT_BYTES + CHECK_BYTES || !checkOf(body).equals(all.subarray(-CHECK_BYTES)))
    throw new KitError(`This part has a typing mistake: ${text.trim().slice(0, 5)}… Compare it with the paper.`);
  return { kit: body.subarray(0, KIT_BYTES).toString('hex'), bytes: new Uint8Array(body.subarray(KIT_BYTES)) };
}

/** Bytes as letters and digits, the last one filled with zeros. */
export function toText(bytes: Uint8Array): string {
  let [text, bits, kept] = ['', 0, 0];
  for (const byte of bytes) {
    kept = (kept << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(kept >> (bits - 5)) & 31];
    kept &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(kept << (5 - bits)) & 31] : text;
}

function fromText(text: string): Buffer {
  const letters = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[\s-]/g, '');
  const bytes: number[] = [];
  let [bits, kept] = [0, 0];
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new KitError(`No part of a kit has the character ${letter}.`);
    kept = (kept << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(kept >> bits);
    kept &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

const checkOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest().subarray(0, CHECK_BYTES);

const grouped = (text: string): string => text.match(/.{1,5}/g)?.join(' ') ?? '';
