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
  const writer = new CborWriter();
  writer.value(value);
  return writer.bytes();
}

/** Writes into one growing buffer: an audit row is encoded twice per check, millions of times per verification. */
class CborWriter {
  private buffer = Buffer.allocUnsafe(1024);
  private at = 0;

  bytes(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.at));
  }

  value(value: CborValue): void {
    if (typeof value === 'string') this.text(value);
    else if (value === null) this.byte(0xf6);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.byte(value ? 0xf5 : 0xf4);
    else if (typeof value === 'bigint') this.integer(value);
    else if (value instanceof Uint8Array) this.raw(MAJOR.bytes, value);
    else if (isList(value)) this.list(value);
    else if (isPlainObject(value)) this.map(value);
    else throw new TypeError('Only plain data can be encoded canonically.');
  }

  private text(value: string): void {
    // A lone surrogate would turn into U+FFFD here, and two different rows would get one MAC.
    if (!value.isWellFormed()) throw new TypeError('Only well-formed text can be encoded canonically.');
    const length = Buffer.byteLength(value);
    this.head(MAJOR.text, length);
    this.room(length);
    this.at += this.buffer.write(value, this.at, 'utf8');
  }

  private number(value: number): void {
    if (Number.isSafeInteger(value)) return this.integer(value);
    if (!Number.isFinite(value)) throw new TypeError('Only finite numbers can be encoded canonically.');
    this.byte(0xfb);
    this.room(8);
    this.at = this.buffer.writeDoubleBE(value, this.at);
  }

  private integer(value: number | bigint): void {
    if (value < 0) this.head(MAJOR.negative, -1n - BigInt(value));
    else this.head(MAJOR.unsigned, value);
  }

  private list(value: readonly CborValue[]): void {
    this.head(MAJOR.list, value.length);
    for (const item of value) this.value(item);
  }

  private map(value: { readonly [name: string]: CborValue | undefined }): void {
    const names = sortedNames(Object.keys(value).filter((name) => value[name] !== undefined));
    this.head(MAJOR.map, names.length);
    for (const name of names) {
      this.text(name);
      this.value(value[name] as CborValue);
    }
  }

  private raw(major: number, bytes: Uint8Array): void {
    this.head(major, bytes.length);
    this.room(bytes.length);
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  private head(major: number, size: number | bigint): void {
    const first = major << 5;
    if (size < 24) return this.byte(first | Number(size));
    const value = BigInt(size);
    if (value > MAX_U64) throw new TypeError('A number over 64 bits cannot be encoded canonically.');
    const width = [1, 2, 4, 8].findIndex((bytes) => value < 1n << BigInt(8 * bytes));
    this.byte(first | (24 + width));
    const bytes = 1 << width;
    this.room(8);
    this.buffer.writeBigUInt64BE(value << BigInt(64 - 8 * bytes), this.at);
    this.at += bytes;
  }

  private byte(value: number): void {
    this.room(1);
    this.buffer[this.at++] = value;
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}

/** Orders of names met before: rows of one table all have the same. */
const orders = new Map<string, readonly string[]>();
const KEPT_ORDERS = 200;

function sortedNames(names: readonly string[]): readonly string[] {
  // Not joined by a mark: a name may hold any mark, and no names at all would look like one empty name.
  const key = JSON.stringify(names);
  const known = orders.get(key);
  if (known) return known;
  const encoded = names.map((name) => ({ name, bytes: encodeCbor(name) }));
  const sorted = encoded.sort((left, right) => Buffer.compare(left.bytes, right.bytes)).map(({ name }) => name);
  if (orders.size < KEPT_ORDERS) orders.set(key, sorted);
  return sorted;
}

function isList(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value);
}

function isPlainObject(value: unknown): value is { readonly [name: string]: CborValue | undefined } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
