import { uuid7 } from '@st0r/crypto';
import type { AssetAddressEntity, AssetInterfaceEntity } from '../../assets';
import type { Changes } from '../../../platform/events';
import { applyProposal, type KnownInterface } from '../reconcile';
import type { RecordedInterface } from '../scan/recorded-devices';
import type { Line } from './acceptance.plan';
import { newInterface } from './asset-draft';

/** What accepted lines do to interfaces and addresses, gathered so that each table is written a few times only. */
export interface InterfaceChanges {
  interfaces: Partial<AssetInterfaceEntity>[];
  macs: { interfaceId: string; mac: string }[];
  addresses: Partial<AssetAddressEntity>[];
  removed: { interfaceId: string; ips: string[] }[];
}

export const noInterfaceChanges = (): InterfaceChanges => ({ interfaces: [], macs: [], addresses: [], removed: [] });

/** Adds the changes of one line; answers what the asset's event says about its interfaces. */
export function gatherInterfaces(
  into: InterfaceChanges,
  { proposal, device }: Line,
  asset: { id: string; organisationId: string },
): Changes {
  const before = device?.interfaces ?? [];
  const after = applyProposal(proposal, device, asset.id).interfaces;
  const indexes = new Set(proposal.diffs.flatMap(({ interfaceIndex }) => interfaceIndex ?? []));
  for (const at of indexes) {
    const next = after[at];
    const known = before[at];
    if (!next) continue;
    if (known) changeInterface(into, { known, next, asset });
    else addInterface(into, { next, at, asset, seenAt: proposal.host?.lastSeenAt ?? null });
  }
  return indexes.size > 0 ? { interfaces: { from: before.map(facts), to: after.map(facts) } } : {};
}

interface Change {
  known: RecordedInterface;
  next: KnownInterface;
  asset: { id: string; organisationId: string };
}

function changeInterface(into: InterfaceChanges, { known, next, asset }: Change): void {
  if (next.mac && next.mac !== known.mac) into.macs.push({ interfaceId: known.id, mac: next.mac });
  const gone = known.ips.filter((ip) => !next.ips.includes(ip));
  if (gone.length > 0) into.removed.push({ interfaceId: known.id, ips: gone });
  const fresh = next.ips.filter((ip) => !known.ips.includes(ip));
  addAddresses(into, { ips: fresh, interfaceId: known.id, first: known.ips.length, asset });
}

interface Addition {
  next: KnownInterface;
  at: number;
  asset: { id: string; organisationId: string };
  seenAt: Date | null;
}

function addInterface(into: InterfaceChanges, { next, at, asset, seenAt }: Addition): void {
  const id = uuid7();
  const { ips: _none, ...row } = newInterface(at, seenAt);
  into.interfaces.push({
    id,
    organisationId: asset.organisationId,
    assetId: asset.id,
    position: at,
    ...row,
    mac: next.mac ?? null,
  });
  addAddresses(into, { ips: next.ips, interfaceId: id, first: 0, asset });
}

interface Addresses {
  ips: string[];
  interfaceId: string;
  first: number;
  asset: { id: string; organisationId: string };
}

function addAddresses(into: InterfaceChanges, { ips, interfaceId, first, asset }: Addresses): void {
  const { id: assetId, organisationId } = asset;
  ips.forEach((ip, n) => into.addresses.push({ organisationId, assetId, interfaceId, position: first + n, ip }));
}

/** An interface as the events of assets tell it. */
function facts(known: KnownInterface & Partial<RecordedInterface>, at: number): object {
  const { name, type, primary } = { ...newInterface(at, null), ...known };
  return { name, type, mac: known.mac ?? null, primary, ips: known.ips, source: known.source };
}
