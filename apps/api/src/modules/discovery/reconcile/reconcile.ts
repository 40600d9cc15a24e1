import { indexDevices } from './device.index';
import { guessType } from './device.type';
import { diffFields, suggestName } from './field.diff';
import { collapseHosts } from './found.devices';
import { matchHosts, type Match } from './host.matcher';
import { diffInterfaces } from './interface.diff';
import { scannedRange, type ScannedRange } from './scanned.range';
import type { FoundDevice, KnownDevice, Proposal, ReconcileInput } from './reconcile.types';

/**
 * Compares a scan with the recorded devices and proposes one thing per device. Pure and idempotent: once the proposals
 * are applied, the same scan proposes only `unchanged`. Cost grows with hosts plus devices, not with their product.
 */
export function reconcile({ devices, scan, vendorOf }: ReconcileInput): Proposal[] {
  const inRange = scannedRange(scan);
  const hosts = collapseHosts(scan.hosts, vendorOf);
  const matches = matchHosts(hosts, indexDevices(devices));
  const proposals = joinByDevice(hosts, matches).map(({ host, match }) => propose(host, match, inRange));
  const settled = new Set(
    proposals.flatMap(({ deviceId, candidates }) => (deviceId ? [deviceId, ...candidates] : candidates)),
  );
  const silent = devices.filter((device) => !settled.has(device.id) && missedBy(device, scan.startedAt, inRange));
  return [...proposals, ...silent.map((device) => vanished(device, scan.startedAt ?? new Date(0)))];
}

/** What accepting would change if this host were that device: for conflicts in which a person chose the record. */
export function proposeFor(host: FoundDevice, device: KnownDevice, inRange: ScannedRange = () => false): Proposal {
  return propose(host, { device, candidates: [] }, inRange);
}

interface Joined {
  host: FoundDevice;
  match: Match;
}

/** A device with two network cards is found twice and gets one proposal; conflicts stay apart to be judged singly. */
function joinByDevice(hosts: FoundDevice[], matches: Map<FoundDevice, Match>): Joined[] {
  const joined = new Map<string, Joined>();
  for (const host of hosts) {
    const match = matches.get(host) ?? { candidates: [] };
    const key = match.device && !match.conflict ? `device:${match.device.id}` : host.key;
    const earlier = joined.get(key);
    joined.set(key, earlier ? { host: mergeFound(earlier.host, host), match: earlier.match } : { host, match });
  }
  return [...joined.values()];
}

function mergeFound(a: FoundDevice, b: FoundDevice): FoundDevice {
  const [older, newer] = a.lastSeenAt <= b.lastSeenAt ? [a, b] : [b, a];
  const ports = new Map([...older.ports, ...newer.ports].map((port) => [`${port.protocol}/${port.port}`, port]));
  return {
    ...newer,
    key: a.key,
    interfaces: [...a.interfaces, ...b.interfaces],
    vendor: a.vendor ?? b.vendor,
    hostnames: [...new Set([...a.hostnames, ...b.hostnames])],
    ports: [...ports.values()],
    os: newer.os ?? older.os,
    timedOut: a.timedOut && b.timedOut,
    sources: [...older.sources, ...newer.sources],
  };
}

const UNRECORDED: KnownDevice = { id: '', name: '', interfaces: [], type: '', lastSeenAt: null, version: 0 };

function propose(host: FoundDevice, match: Match, inRange: ScannedRange): Proposal {
  const device = match.device ?? UNRECORDED;
  const outdated = device.lastSeenAt !== null && host.lastSeenAt < device.lastSeenAt;
  const rules = { inRange, outdated, replaceMac: match.conflict === 'mac-differs' || match.matchedBy === undefined };
  const { diffs, kept } = diffFields(device, host, outdated);
  const all = [...diffs, ...diffInterfaces(device, host, rules)];
  return {
    key: host.key,
    kind: match.conflict ? 'conflict' : !match.device ? 'new' : all.length > 0 ? 'update' : 'unchanged',
    host,
    deviceId: match.device?.id,
    deviceVersion: match.device?.version,
    matchedBy: match.matchedBy,
    conflict: match.conflict,
    candidates: match.candidates,
    diffs: all,
    kept,
    suggestedType: guessType(host),
    suggestedName: suggestName(host),
  };
}

function missedBy(device: KnownDevice, startedAt: Date | null, inRange: ScannedRange): boolean {
  if (!startedAt || !device.lastSeenAt || device.vanishedAt || device.lastSeenAt >= startedAt) return false;
  return device.interfaces.some((known) => known.ips.some(inRange));
}

function vanished(device: KnownDevice, startedAt: Date): Proposal {
  return {
    key: `device:${device.id}`,
    kind: 'vanished',
    deviceId: device.id,
    deviceVersion: device.version,
    candidates: [],
    diffs: [{ field: 'vanishedAt', recorded: null, found: null, proposed: startedAt.toISOString() }],
    kept: [],
    suggestedType: 'other',
    suggestedName: device.name,
  };
}
