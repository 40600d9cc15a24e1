import { createHmac } from 'node:crypto';
import type { DataKey } from './data-key';
import { FIELD, type FieldName } from './tags';

const INDEX_BYTES = 16;

/** 16 bytes that are equal for equal values under one key and field, and say nothing else: finds reused passwords. */
export function blindIndex(key: DataKey, field: FieldName, value: string): Buffer {
  const tag = Buffer.alloc(2);
  tag.writeUInt16BE(FIELD[field]);
  // The same password typed on two systems may arrive composed or decomposed; NFC makes them one.
  const mac = createHmac('sha256', key.key).update(tag).update(value.normalize('NFC'));
  return mac.digest().subarray(0, INDEX_BYTES);
}
