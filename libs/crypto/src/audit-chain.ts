import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { encodeCbor, type CborValue } from './cbor';

/** An event row as it is authenticated: every stored column except the MAC, by name, as plain data. */
export type AuditRow = { readonly [column: string]: CborValue | undefined };

/** Value of `prev` before the first link: 32 zero bytes. */
export const CHAIN_START: Uint8Array = new Uint8Array(32);

/** HMAC-SHA-256 over the canonical row, 32 bytes, written by the business transaction. Throws TypeError on odd data. */
export function rowMac(key: KeyObject, row: AuditRow): Buffer {
  return createHmac('sha256', key).update(encodeCbor(row)).digest();
}

/** SHA-256 over the row's canonical bytes and its MAC, 32 bytes: what the sealer chains and the Merkle tree holds. */
export function rowHash(row: AuditRow, mac: Uint8Array): Buffer {
  const hash = createHash('sha256').update('ST0R/audit/row\0');
  return hash.update(encodeCbor([row, mac])).digest();
}

/** One link of the chain, 32 bytes: SHA-256 over the link before, the gapless number (u64) and the row's hash. */
export function chainHash(prev: Uint8Array, seq: number | bigint, hash: Uint8Array): Buffer {
  if (prev.length !== 32 || hash.length !== 32) throw new RangeError('A chain is made of 32-byte hashes.');
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  return createHash('sha256').update('ST0R/audit/chain\0').update(prev).update(number).update(hash).digest();
}
