import ipaddr from 'ipaddr.js';

export type IpVersion = 4 | 6;

/** An address as a number; `value` is below 2^32 for version 4 and below 2^128 for version 6. */
export interface IpAddress {
  readonly version: IpVersion;
  readonly value: bigint;
}

/** Bits in an address of each version. */
export const ADDRESS_BITS: Record<IpVersion, number> = { 4: 32, 6: 128 };

/** Reads dotted IPv4 or any RFC 4291 IPv6 spelling; IPv4-mapped IPv6 becomes IPv4. Null for anything else, zones included. */
export function parseIp(text: string): IpAddress | null {
  const trimmed = text.trim();
  if (isDottedIpv4(trimmed)) return { version: 4, value: fromOctets(ipaddr.IPv4.parse(trimmed).octets) };
  if (!trimmed.includes(':') || trimmed.includes('%') || !ipaddr.IPv6.isValid(trimmed)) return null;
  const address = ipaddr.IPv6.parse(trimmed);
  if (address.isIPv4MappedAddress()) return { version: 4, value: fromOctets(address.toIPv4Address().octets) };
  return { version: 6, value: fromOctets(address.toByteArray()) };
}

/** Canonical text: dotted decimal for IPv4, RFC 5952 for IPv6. */
export function formatIp(ip: IpAddress): string {
  const octets = toOctets(ip);
  return ip.version === 4 ? octets.join('.') : new ipaddr.IPv6(octets).toRFC5952String();
}

/** The canonical spelling of an address, or null when the text is not one. */
export function normaliseIp(text: string): string | null {
  const ip = parseIp(text);
  return ip && formatIp(ip);
}

/** True for text that names one IPv4 or IPv6 address. */
export function isIp(text: string): boolean {
  return parseIp(text) !== null;
}

/** Orders parsed addresses: IPv4 before IPv6, then by number. Negative, zero or positive. */
export function compareIp(a: IpAddress, b: IpAddress): number {
  if (a.version !== b.version) return a.version - b.version;
  if (a.value === b.value) return 0;
  return a.value < b.value ? -1 : 1;
}

/** Fixed-width text that sorts (plain string order) like compareIp; text that is no address sorts last. */
export function ipSortKey(text: string): string {
  const ip = parseIp(text);
  if (!ip) return `9:${text}`;
  return `${ip.version}:${ip.value.toString(16).padStart(ADDRESS_BITS[ip.version] / 4, '0')}`;
}

// Leading zeros are refused: some systems read 010 as eight, so the text does not name one address.
const DOTTED = /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/;

function isDottedIpv4(text: string): boolean {
  return DOTTED.test(text) && text.split('.').every((octet) => Number(octet) <= 255);
}

function fromOctets(octets: number[]): bigint {
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function toOctets({ version, value }: IpAddress): number[] {
  const count = ADDRESS_BITS[version] / 8;
  return Array.from({ length: count }, (_, i) => Number((value >> BigInt(8 * (count - 1 - i))) & 0xffn));
}
