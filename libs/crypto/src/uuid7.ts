const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const COUNTER_LIMIT = 0x1000;

let lastMillis = 0;
let counter = 0;

/** A version 7 UUID (RFC 9562): milliseconds, a 12-bit counter, 62 random bits; rises within the process. */
export function uuid7(now: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  tick(now, random);
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(lastMillis / 2 ** 32));
  view.setUint32(2, lastMillis % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  bytes.set(random.subarray(2), 8);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return uuidText(bytes);
}

/** The 16 bytes of a UUID in its 36-character form; null when the text is none. */
export function uuidBytes(id: string): Uint8Array | null {
  if (!UUID.test(id)) return null;
  const bytes = new Uint8Array(16);
  const digits = id.replaceAll('-', '');
  for (let at = 0; at < 16; at += 1) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** The lower-case 36-character form of 16 bytes. */
export function uuidText(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-');
}

// A clock set back must not break the order: stay on the last millisecond and count on.
function tick(now: number, random: Uint8Array): void {
  if (now > lastMillis) {
    lastMillis = now;
    counter = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & 0x7ff;
    return;
  }
  counter += 1;
  if (counter < COUNTER_LIMIT) return;
  lastMillis += 1;
  counter = 0;
}
