import { FIELD, PURPOSE, RECORD_TYPE, type FieldName, type Purpose, type RecordType } from './tags';
import { uuidBytes } from './uuid-bytes';
import { VaultInputError } from './vault-error';

/** Where a sealed value lives. It opens nowhere else: every part is authenticated, none is stored with it. */
export type FieldPlace = {
  /** UUID of the owning organisation. */
  organisation: string;
  purpose: Purpose;
  type: RecordType;
  /** UUID of the row. */
  record: string;
  field: FieldName;
  /** The row's secret revision, one higher at each change, so an older value cannot be put back. */
  revision: number;
};

export const PLACE_BYTES = 50;
const MAX_U32 = 0xffff_ffff;

/** The 50 authenticated bytes of a place, fixed width without separators (security design, 1.3). */
export function placeBytes(place: FieldPlace, suite: number, keyVersion: number): Buffer {
  const bytes = Buffer.alloc(PLACE_BYTES);
  bytes.write('MSV1', 0, 'latin1');
  bytes.writeUInt8(suite, 4);
  bytes.set(idBytes(place.organisation), 5);
  bytes.writeUInt8(PURPOSE[place.purpose], 21);
  bytes.writeUInt16BE(RECORD_TYPE[place.type], 22);
  bytes.set(idBytes(place.record), 24);
  bytes.writeUInt16BE(FIELD[place.field], 40);
  bytes.writeUInt32BE(counter(keyVersion), 42);
  bytes.writeUInt32BE(counter(place.revision), 46);
  return bytes;
}

/** The number itself when it fits an unsigned 32-bit field; throws VaultInputError otherwise. */
export function counter(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= MAX_U32) return value;
  throw new VaultInputError('A version or revision must be a whole number from 0 to 4294967295.');
}

/** The 16 bytes of a UUID; throws VaultInputError when it is none. */
export function idBytes(id: string): Uint8Array {
  const bytes = uuidBytes(id);
  if (bytes) return bytes;
  throw new VaultInputError('A place names its organisation and record by UUID.');
}
