import { macBeside, plainInterface, type DeviceIndex } from './device.index';
import { plainName } from './found.devices';
import type { ConflictReason, FoundDevice, KnownDevice, MatchedBy } from './reconcile.types';

/** Which record a found device belongs to; `device` is absent for new ones and where a person has to choose. */
export interface Match {
  device?: KnownDevice;
  matchedBy?: MatchedBy;
  conflict?: ConflictReason;
  candidates: string[];
}

const NO_MATCH: Match = { candidates: [] };
const NAMES_OF_NOBODY = /^localhost(\.|$)/;

/** Matches by MAC first, then address, then host name; a device its MAC was seen on is settled before addresses speak. */
export function matchHosts(hosts: readonly FoundDevice[], index: DeviceIndex): Map<FoundDevice, Match> {
  return new HostMatcher(hosts, index).match();
}

class HostMatcher {
  private readonly matches = new Map<FoundDevice, Match>();
  private readonly addressesOf = new Map<KnownDevice, Set<string>>();
  private readonly nameCount: Map<string, number>;
  private readonly ipCount: Map<string, number>;

  constructor(
    private readonly hosts: readonly FoundDevice[],
    private readonly index: DeviceIndex,
  ) {
    this.nameCount = countOf(hosts.flatMap((host) => host.hostnames));
    this.ipCount = countOf(hosts.flatMap(ipsOf));
  }

  match(): Map<FoundDevice, Match> {
    for (const host of this.hosts) this.settle(host, this.byMac(host));
    for (const host of this.hosts)
      if (!this.matches.has(host)) this.matches.set(host, this.byIp(host) ?? this.byName(host) ?? this.unknown(host));
    return this.matches;
  }

  private settle(host: FoundDevice, match: Match | undefined): void {
    if (!match) return;
    this.matches.set(host, match);
    if (!match.device) return;
    const addresses = this.addressesOf.get(match.device) ?? new Set<string>();
    for (const ip of ipsOf(host)) addresses.add(ip);
    this.addressesOf.set(match.device, addresses);
  }

  private byMac(host: FoundDevice): Match | undefined {
    const mac = macOf(host);
    const known = mac ? (this.index.byMac.get(mac) ?? []) : [];
    const [device, ...others] = known.length > 1 ? narrowed(known, host) : known;
    if (!device) return undefined;
    if (others.length > 0) return ambiguous(known);
    const elsewhere = ipsOf(host).flatMap((ip) => this.otherHolders(device, ip));
    if (elsewhere.length === 0) return { device, matchedBy: 'mac', candidates: [] };
    return { device, matchedBy: 'mac', conflict: 'address-recorded-elsewhere', candidates: idsOf(elsewhere) };
  }

  /** Records that hold an address this device does not, without a MAC that would tell them apart. */
  private otherHolders(device: KnownDevice, ip: string): KnownDevice[] {
    const holders = this.index.byIp.get(ip) ?? [];
    if (holders.includes(device)) return [];
    return holders.filter((holder) => !macBeside(holder, ip));
  }

  private byIp(host: FoundDevice): Match | undefined {
    const mac = macOf(host);
    const holders = unique(ipsOf(host).flatMap((ip) => this.index.byIp.get(ip) ?? []));
    // The holder answered elsewhere with its own MAC: it moved, and this is whoever took its old address.
    const staying = mac ? holders.filter((holder) => !this.movedAway(holder, host)) : holders;
    const [device, ...others] = staying.length > 1 ? narrowed(staying, host) : staying;
    if (!device) return undefined;
    if (others.length > 0) return ambiguous(staying);
    if (!mac || this.macIsFree(device, host)) return { device, matchedBy: 'ip', candidates: [] };
    if (this.addressesOf.has(device)) return { conflict: 'address-shared', matchedBy: 'ip', candidates: [device.id] };
    return { device, matchedBy: 'ip', conflict: 'mac-differs', candidates: [] };
  }

  private movedAway(holder: KnownDevice, host: FoundDevice): boolean {
    const addresses = this.addressesOf.get(holder);
    return addresses !== undefined && !ipsOf(host).some((ip) => addresses.has(ip)) && !this.macIsFree(holder, host);
  }

  private macIsFree(device: KnownDevice, host: FoundDevice): boolean {
    if (ipsOf(host).some((ip) => this.addressesOf.get(device)?.has(ip))) return false;
    const held = ipsOf(host).filter((ip) => this.index.byIp.get(ip)?.includes(device));
    return held.every((ip) => !macBeside(device, ip));
  }

  private byName(host: FoundDevice): Match | undefined {
    const own = host.hostnames.filter((name) => this.nameCount.get(name) === 1 && !NAMES_OF_NOBODY.test(name));
    const known = unique(own.flatMap((name) => this.namesakes(name)));
    const [device, ...others] = known;
    if (!device) return undefined;
    if (others.length > 0) return ambiguous(known);
    const otherMac = macOf(host) && device.interfaces.some((known) => known.mac);
    return { device, matchedBy: 'hostname', conflict: otherMac ? 'hostname-reused' : undefined, candidates: [] };
  }

  private namesakes(name: string): KnownDevice[] {
    // People record "nas" where DNS answers "nas.client.example".
    return this.index.byName.get(name) ?? this.index.byName.get(name.split('.')[0] ?? name) ?? [];
  }

  private unknown(host: FoundDevice): Match {
    const shared = ipsOf(host).some((ip) => (this.ipCount.get(ip) ?? 0) > 1);
    return shared ? { conflict: 'address-shared', candidates: [] } : NO_MATCH;
  }
}

function macOf(host: FoundDevice): string | undefined {
  return host.interfaces.find((found) => found.mac)?.mac;
}

function ipsOf(host: FoundDevice): string[] {
  return host.interfaces.flatMap((found) => found.ips);
}

/** Of several fitting records, those that a second sign speaks for; all of them when none does. */
function narrowed(devices: KnownDevice[], host: FoundDevice): KnownDevice[] {
  const ips = ipsOf(host);
  const byAddress = devices.filter((device) =>
    device.interfaces.some((known) => plainInterface(known).ips.some((ip) => ips.includes(ip))),
  );
  if (byAddress.length === 1) return byAddress;
  const byName = devices.filter((device) => device.hostname && host.hostnames.includes(plainName(device.hostname)));
  return byName.length === 1 ? byName : devices;
}

function ambiguous(devices: KnownDevice[]): Match {
  return { conflict: 'ambiguous', candidates: idsOf(devices) };
}

function idsOf(devices: KnownDevice[]): string[] {
  return unique(devices.map((device) => device.id));
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}

function countOf(items: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
