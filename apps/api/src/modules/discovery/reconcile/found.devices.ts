import { identifiesDevice, ipSortKey } from '@st0r/net';
import type { FoundHost, FoundPort } from '../nmap';
import type { FoundDevice } from './reconcile.types';

// One card may carry a few addresses; one that answers for more is a router answering for others (proxy ARP).
const MOST_ADDRESSES_PER_MAC = 8;

/** Puts the records of one scan together: one entry per MAC, else per address; silent hosts are left out. */
export function collapseHosts(hosts: readonly FoundHost[], vendorOf?: (mac: string) => string | null): FoundDevice[] {
  const seen = hosts.filter(wasSeen);
  const shared = sharedMacs(seen);
  const groups = new Map<string, FoundHost[]>();
  const keyOf = keyFinder(seen, shared);
  for (const host of seen) {
    const key = keyOf(host);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(host);
    else groups.set(key, [host]);
  }
  return [...groups].map(([key, group]) => mergeHosts(key, group, { shared, vendorOf }));
}

/** True when something answered. With -Pn nmap calls every address up because the user said so. */
export function wasSeen(host: FoundHost): boolean {
  const answers = host.ports.some(
    (port) => port.state === 'open' || port.state === 'closed' || port.state === 'unfiltered',
  );
  const counted = host.otherPorts.some((other) => other.state === 'closed' || other.state === 'unfiltered');
  if (host.state === 'up') return host.reason !== 'user-set' || answers || counted || host.mac !== undefined;
  return host.state === 'unknown' && answers;
}

function sharedMacs(hosts: readonly FoundHost[]): Set<string> {
  const addresses = new Map<string, Set<string>>();
  for (const { mac, ips } of hosts) {
    if (!mac) continue;
    const known = addresses.get(mac) ?? new Set<string>();
    for (const ip of ips) known.add(ip);
    addresses.set(mac, known);
  }
  const shared = [...addresses].filter(([mac, ips]) => !identifiesDevice(mac) || ips.size > MOST_ADDRESSES_PER_MAC);
  return new Set(shared.map(([mac]) => mac));
}

function keyFinder(hosts: readonly FoundHost[], shared: Set<string>): (host: FoundHost) => string | undefined {
  const ownMac = (host: FoundHost): string | undefined => (host.mac && !shared.has(host.mac) ? host.mac : undefined);
  // A record without MAC (a routed scan) joins the one with a MAC on the same address.
  const macByIp = new Map<string, string>();
  for (const host of hosts) for (const ip of host.ips) if (ownMac(host)) macByIp.set(ip, host.mac ?? '');
  return (host) => {
    const mac = ownMac(host) ?? host.ips.map((ip) => macByIp.get(ip)).find(Boolean);
    if (mac) return `mac:${mac}`;
    return host.ips[0] && `ip:${host.ips[0]}`;
  };
}

/** A host name for comparison: lower case, no final dot. */
export function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}

interface MergeContext {
  shared: Set<string>;
  vendorOf?: (mac: string) => string | null;
}

function mergeHosts(key: string, hosts: FoundHost[], context: MergeContext): FoundDevice {
  const oldestFirst = hosts.toSorted((a, b) => a.lastSeenAt.getTime() - b.lastSeenAt.getTime());
  const newest = oldestFirst.at(-1) ?? hosts[0];
  if (!newest) throw new RangeError('a device is made of at least one host');
  const mac = key.startsWith('mac:') ? key.slice('mac:'.length) : undefined;
  const ips = [...new Set(oldestFirst.flatMap((host) => host.ips))].sort((a, b) =>
    ipSortKey(a) < ipSortKey(b) ? -1 : 1,
  );
  const names = newestFirst(oldestFirst).flatMap((host) => host.hostnames.map((hostname) => plainName(hostname.name)));
  return {
    key,
    interfaces: mac || ips.length > 0 ? [{ mac, ips }] : [],
    vendor:
      newestFirst(oldestFirst).find((host) => host.vendor)?.vendor ?? (mac && context.vendorOf?.(mac)) ?? undefined,
    hostnames: [...new Set(names)],
    ports: latestPorts(oldestFirst),
    os: newestFirst(oldestFirst).find((host) => host.os)?.os,
    lastSeenAt: newest.lastSeenAt,
    timedOut: oldestFirst.every((host) => host.timedOut),
    sharedMac: hosts.map((host) => host.mac).find((candidate) => candidate && context.shared.has(candidate)),
    sources: oldestFirst,
  };
}

function newestFirst(hosts: FoundHost[]): FoundHost[] {
  return hosts.toReversed();
}

function latestPorts(oldestFirst: FoundHost[]): FoundPort[] {
  const ports = new Map<string, FoundPort>();
  for (const host of oldestFirst) for (const port of host.ports) ports.set(`${port.protocol}/${port.port}`, port);
  return [...ports.values()];
}
