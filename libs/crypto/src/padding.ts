const SMALL_BUCKETS = [32, 64, 128, 256, 512] as const;
const KIB = 1024;
const MARK = 0x80;

/** Length in bytes a value of `length` bytes takes once padded: 32 to 512 by doubling, then whole KiB. */
export function paddedLength(length: number): number {
  const needed = length + 1;
  return SMALL_BUCKETS.find((bucket) => needed <= bucket) ?? Math.ceil(needed / KIB) * KIB;
}

/** Whether a ciphertext of this length can have come from `pad`. */
export function isPaddedLength(length: number): boolean {
  return length > 0 && paddedLength(length - 1) === length;
}

/** ISO/IEC 7816-4: the value, 0x80, then zeros up to its bucket, so lengths inside a bucket look alike. */
export function pad(plain: Uint8Array | string): Buffer {
  const length = typeof plain === 'string' ? Buffer.byteLength(plain) : plain.length;
  const padded = Buffer.alloc(paddedLength(length));
  if (typeof plain === 'string') padded.write(plain);
  else padded.set(plain);
  padded[length] = MARK;
  return padded;
}

/** Removes the padding without copying; null unless it is exactly the padding `pad` would write. */
export function unpad(padded: Buffer): Buffer | null {
  let end = padded.length - 1;
  while (end > 0 && padded[end] === 0) end -= 1;
  if (padded[end] !== MARK || paddedLength(end) !== padded.length) return null;
  return padded.subarray(0, end);
}
