import { randomBytes, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { pepperedHash } from './token';

/** What every API key begins with; secret scanners look for it. */
export const API_KEY_MARK = 'mspk_';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^mspk_([0-9A-Za-z]{10})_[0-9A-Za-z]{43}_([0-9A-Za-z]{6})$/;

/** A new API key: what the person gets, and the part that finds it again. */
export interface NewApiKey {
  /** `mspk_<10 id>_<43 secret>_<6 checksum>`; letters and digits only, so that a double click takes all of it. */
  readonly text: string;
  readonly id: string;
}

/** Makes an API key: 256 random bits behind a random id. */
export function createApiKey(): NewApiKey {
  const id = base62(randomBytes(8), 10).slice(-10);
  const body = `${API_KEY_MARK}${id}_${base62(randomBytes(32), 43)}`;
  return { id, text: `${body}_${checksum(body)}` };
}

/** The id in a key that was typed completely, or null: the checksum tells a typing error without asking anybody. */
export function apiKeyId(text: string): string | null {
  const [, id = '', sum = ''] = FORM.exec(text) ?? [];
  return id && checksum(text.slice(0, -7)) === sum ? id : null;
}

/** What is stored of a key. The label keeps it apart from whatever else is hashed with the same pepper. */
export function apiKeyHash(pepper: KeyObject, text: string): Buffer {
  return pepperedHash(pepper, `api key\n${text}`);
}

const checksum = (body: string): string => base62(uint32(crc32(body)), 6);

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Bytes as a number in base 62, padded to `length`. */
function base62(bytes: Buffer, length: number): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 62n) text = `${DIGITS[Number(rest % 62n)] ?? ''}${text}`;
  return text.padStart(length, '0');
}
