import type { FoundHost, FoundOs, FoundPort, ScanDocument } from '../nmap';
import type { ASSET_TYPES } from './asset.types';

export type AssetType = (typeof ASSET_TYPES)[number];

/** Who set a value. What a person or an import wrote is never overwritten by a scan; unknown counts as `hand`. */
export const FIELD_SOURCES = ['hand', 'import', 'scan'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

export interface KnownInterface {
  mac?: string | null;
  ips: string[];
  source?: FieldSource;
}

export type SourcedField = 'name' | 'hostname' | 'type' | 'manufacturer';

/** A recorded asset as reconciliation needs it. `lastSeenAt` is the last scan that met it, null when none ever did. */
export interface KnownDevice {
  id: string;
  name: string;
  interfaces: KnownInterface[];
  hostname?: string | null;
  type: string;
  manufacturer?: string | null;
  os?: string | null;
  osSource?: FieldSource | null;
  sources?: Partial<Record<SourcedField, FieldSource>>;
  lastSeenAt: Date | null;
  /** When a scan first missed it; null or absent while it answers. */
  vanishedAt?: Date | null;
  version: number;
}

/** One device as the scan saw it, after records of the same device were put together. */
export interface FoundDevice {
  /** Stable across scans: `mac:..`, else `ip:..`. Selections refer to it. */
  key: string;
  interfaces: { mac?: string; ips: string[] }[];
  vendor?: string;
  hostnames: string[];
  ports: FoundPort[];
  os?: FoundOs;
  lastSeenAt: Date;
  timedOut: boolean;
  /** Several devices answered with this MAC (router redundancy, proxy ARP), so it identifies none of them. */
  sharedMac?: string;
  sources: FoundHost[];
}

export type DiffField = 'name' | 'hostname' | 'type' | 'manufacturer' | 'os' | 'mac' | 'ips' | 'vanishedAt';
export type DiffValue = string | string[] | null;

/** One line of the three-column page. `interfaceIndex` (mac, ips) points into the device's interfaces, or one past them. */
export interface FieldDiff {
  field: DiffField;
  interfaceIndex?: number;
  recorded: DiffValue;
  found: DiffValue;
  proposed: DiffValue;
}

export const PROPOSAL_KINDS = ['new', 'update', 'conflict', 'unchanged', 'vanished'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export type MatchedBy = 'mac' | 'ip' | 'hostname';

export const CONFLICT_REASONS = [
  'mac-differs', // the address is recorded for another MAC; accepting replaces the MAC
  'hostname-reused', // the name is recorded for another MAC; accepting adds the interface
  'address-shared', // two devices answer on one address; accepting records this one as new
  'address-recorded-elsewhere', // the MAC is this device's, the address another's (candidates)
  'ambiguous', // several recorded devices fit (candidates); a person has to choose one
] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

/** What to do about one found or missing device. `diffs` change the record when accepted, `kept` differ but stay. */
export interface Proposal {
  key: string;
  kind: ProposalKind;
  host?: FoundDevice;
  deviceId?: string;
  deviceVersion?: number;
  matchedBy?: MatchedBy;
  conflict?: ConflictReason;
  candidates: string[];
  diffs: FieldDiff[];
  kept: FieldDiff[];
  suggestedType: AssetType;
  suggestedName: string;
}

export interface ReconcileInput {
  devices: readonly KnownDevice[];
  scan: Pick<ScanDocument, 'args' | 'complete' | 'startedAt' | 'hosts'>;
  /** Vendor by MAC for hosts whose scan names none; null when unknown. */
  vendorOf?: (mac: string) => string | null;
}
