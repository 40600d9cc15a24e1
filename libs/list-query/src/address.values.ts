const V4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** An IPv4 or IPv6 address in lower case without leading-zero rewriting, or undefined. No zone, no prefix length. */
export function ipValue(text: string): string | undefined {
  const value = text.toLowerCase();
  if (value.length > 45) return undefined;
  return V4.test(value) || isV6(value) ? value : undefined;
}

/** A whole MAC as aa:bb:cc:dd:ee:ff, or undefined; separators `:`, `-`, `.` or none. */
export function macValue(text: string): string | undefined {
  const digits = hexDigits(text);
  return digits?.length === 12 ? inPairs(digits) : undefined;
}

/** The beginning of a MAC (a maker's prefix) in the same spelling, or undefined. */
export function macPrefix(text: string): string | undefined {
  const digits = hexDigits(text);
  return digits !== undefined && digits.length <= 12 ? inPairs(digits) : undefined;
}

function isV6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const tail = !text.endsWith('::') && last.includes('.') && V4.test(last) ? 2 : 0;
  const plain = tail === 2 ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return false;
  const count = plain.length + tail;
  return halves.length === 2 ? count <= 7 : count === 8;
}

function hexDigits(text: string): string | undefined {
  if (text.length > 17 || !/^[0-9a-f]+(?:[:.-][0-9a-f]+)*[:.-]?$/i.test(text)) return undefined;
  return text.replace(/[:.-]/g, '').toLowerCase();
}

function inPairs(digits: string): string {
  return digits.match(/..?/g)?.join(':') ?? '';
}
