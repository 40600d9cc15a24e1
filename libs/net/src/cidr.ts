import { ADDRESS_BITS, compareIp, formatIp, parseIp, type IpAddress, type IpVersion } from './ip';

/** An inclusive block of addresses; `first` is the network address, host bits already cleared. */
export interface Cidr {
  readonly version: IpVersion;
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads `address/prefix` (RFC 4632); a bare address is a block of one. Host bits are cleared. Null when it is neither. */
export function parseCidr(text: string): Cidr | null {
  const parts = split(text);
  return parts && blockAround(parts.ip, parts.prefix);
}

/** Canonical text of a block, always with its prefix. */
export function formatCidr(cidr: Cidr): string {
  return `${formatIp({ version: cidr.version, value: cidr.first })}/${cidr.prefix}`;
}

/** The canonical spelling of a block (`10.0.0.9/8` becomes `10.0.0.0/8`), or null when the text is not one. */
export function normaliseCidr(text: string): string | null {
  const cidr = parseCidr(text);
  return cidr && formatCidr(cidr);
}

/**
 * What one customer of a provider has to themselves: an IPv4 address as it is, of IPv6 the /64 around it (RFC 6177).
 * Text that is no address comes back unchanged.
 */
export function customerBlock(ip: string): string {
  return ip.includes(':') ? (normaliseCidr(`${ip}/64`) ?? ip) : ip;
}

/** True for `10.0.0.9/8`: a block written by one of its hosts, which a form should ask about. */
export function hasHostBits(text: string): boolean {
  const parts = split(text);
  return parts !== null && blockAround(parts.ip, parts.prefix).first !== parts.ip.value;
}

/** True when the address lies in the block. */
export function cidrContains(cidr: Cidr, ip: IpAddress): boolean {
  return cidr.version === ip.version && cidr.first <= ip.value && ip.value <= cidr.last;
}

/** True when every address of `inner` lies in `outer`; a block covers itself. */
export function cidrCovers(outer: Cidr, inner: Cidr): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** True when two blocks share at least one address. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  return a.version === b.version && a.first <= b.last && b.first <= a.last;
}

/** How many addresses the block holds, network and broadcast included. */
export function cidrSize(cidr: Cidr): bigint {
  return cidr.last - cidr.first + 1n;
}

/** Addresses a host may take in IPv4 (/31 has 2, RFC 3021; /32 has 1); null for IPv6, where a share says nothing. */
export function usableCount(cidr: Cidr): number | null {
  if (cidr.version === 6) return null;
  const { first, last } = usableRange(cidr);
  return Number(last - first + 1n);
}

/**
 * First and last address a host may take. IPv4 leaves out network and broadcast up to /30; IPv6 leaves out the
 * subnet-router anycast address (RFC 4291 2.6.1) up to /126.
 */
export function usableRange(cidr: Cidr): { first: bigint; last: bigint } {
  if (ADDRESS_BITS[cidr.version] - cidr.prefix < 2) return { first: cidr.first, last: cidr.last };
  return { first: cidr.first + 1n, last: cidr.version === 4 ? cidr.last - 1n : cidr.last };
}

/** The lowest usable address not in `taken` (any spelling), canonical; null when the block is full. Cost follows `taken`. */
export function nextFreeIp(cidr: Cidr, taken: Iterable<string>): string | null {
  const { first, last } = usableRange(cidr);
  const used = new Set<bigint>();
  for (const text of taken) {
    const ip = parseIp(text);
    if (ip && cidrContains(cidr, ip)) used.add(ip.value);
  }
  let candidate = first;
  while (candidate <= last && used.has(candidate)) candidate += 1n;
  return candidate <= last ? formatIp({ version: cidr.version, value: candidate }) : null;
}

/** Orders blocks by first address, the wider block first, so a parent precedes its children. */
export function compareCidr(a: Cidr, b: Cidr): number {
  const byAddress = compareIp({ version: a.version, value: a.first }, { version: b.version, value: b.first });
  return byAddress || a.prefix - b.prefix;
}

/** Fixed-width text that sorts (plain string order) like compareCidr; text that is no block sorts last. */
export function cidrSortKey(text: string): string {
  const cidr = parseCidr(text);
  if (!cidr) return `9:${text}`;
  const address = cidr.first.toString(16).padStart(ADDRESS_BITS[cidr.version] / 4, '0');
  return `${cidr.version}:${address}/${String(cidr.prefix).padStart(3, '0')}`;
}

function split(text: string): { ip: IpAddress; prefix: number } | null {
  const [address = '', length, ...rest] = text.trim().split('/');
  const ip = parseIp(address);
  if (!ip || rest.length > 0) return null;
  if (length === undefined) return { ip, prefix: ADDRESS_BITS[ip.version] };
  if (!/^(0|[1-9]\d{0,2})$/.test(length)) return null;
  // ::ffff:10.0.0.0/104 is 10.0.0.0/8: the folded address counts its prefix from bit 96.
  const prefix = Number(length) - (ip.version === 4 && address.includes(':') ? 96 : 0);
  return prefix >= 0 && prefix <= ADDRESS_BITS[ip.version] ? { ip, prefix } : null;
}

function blockAround(ip: IpAddress, prefix: number): Cidr {
  const hostBits = BigInt(ADDRESS_BITS[ip.version] - prefix);
  const first = (ip.value >> hostBits) << hostBits;
  return { version: ip.version, prefix, first, last: first + (1n << hostBits) - 1n };
}
