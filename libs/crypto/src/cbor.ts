/** What can be encoded; properties that are undefined are left out, like in JSON. Moments go in as text. */
export type CborValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly CborValue[]
  | { readonly [name: string]: CborValue | undefined };

const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5 } as const;
const MAX_U64 = 2n ** 64n - 1n;

/**
 * Deterministic CBOR (RFC 8949, 4.2.1): shortest lengths, map names in the order of their encoded bytes, nothing
 * indefinite. Numbers that are whole are integers, all others 64-bit floats. Throws TypeError on anything else.
 */
export function encodeCbor(value: CborValue): Buffer {
  if (value === null) return Buffer.of(0xf6);
  if (typeof value === 'boolean') return Buffer.of(value ? 0xf5 : 0xf4);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? integer(value) : float(value);
  if (typeof value === 'bigint') return integer(value);
  if (typeof value === 'string') return text(value);
  if (value instanceof Uint8Array) return Buffer.concat([head(MAJOR.bytes, value.length), value]);
  if (isList(value)) return Buffer.concat([head(MAJOR.list, value.length), ...value.map(encodeCbor)]);
  if (isPlainObject(value)) return map(value);
  throw new TypeError('Only plain data can be encoded canonically.');
}

function isList(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value);
}

function isPlainObject(value: unknown): value is { readonly [name: string]: CborValue | undefined } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function integer(value: number | bigint): Buffer {
  return value < 0 ? head(MAJOR.negative, -1n - BigInt(value)) : head(MAJOR.unsigned, value);
}

function float(value: number): Buffer {
  if (!Number.isFinite(value)) throw new TypeError('Only finite numbers can be encoded canonically.');
  const bytes = Buffer.alloc(9, 0xfb);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function text(value: string): Buffer {
  // A lone surrogate would turn into U+FFFD here, and two different rows would get one MAC.
  if (!value.isWellFormed()) throw new TypeError('Only well-formed text can be encoded canonically.');
  const bytes = Buffer.from(value);
  return Buffer.concat([head(MAJOR.text, bytes.length), bytes]);
}

function map(value: { readonly [name: string]: CborValue | undefined }): Buffer {
  const entries = Object.entries(value)
    .flatMap(([name, item]) => (item === undefined ? [] : [{ name: text(name), item: encodeCbor(item) }]))
    .sort((left, right) => Buffer.compare(left.name, right.name));
  return Buffer.concat([head(MAJOR.map, entries.length), ...entries.flatMap(({ name, item }) => [name, item])]);
}

function head(major: number, size: number | bigint): Buffer {
  const first = major << 5;
  // Nearly every head is a short text or a small map; BigInt for all of them would double the cost of a row.
  if (size < 24) return Buffer.of(first | Number(size));
  if (size < 0x100) return Buffer.of(first | 24, Number(size));
  const value = BigInt(size);
  if (value > MAX_U64) throw new TypeError('A number over 64 bits cannot be encoded canonically.');
  const width = [2, 4, 8].findIndex((bytes) => value < 1n << BigInt(8 * bytes)) + 1;
  const bytes = Buffer.alloc(9);
  bytes.writeBigUInt64BE(value, 1);
  return Buffer.concat([Buffer.of(first | (24 + width)), bytes.subarray(9 - (1 << width))]);
}
