import type { RefDto } from '../../../platform/resource';
import type { FoundPort } from '../nmap';
import type { DiffValue, FieldDiff, FoundDevice, Proposal } from '../reconcile';
import type { Reconciliation } from './reconciliation.service';
import type { ScanDifferenceDto, ScanFoundDto, ScanPortDto, ScanProposalDto } from './scan-proposal.dto';

const PORTS_SHOWN = 50;

/** A proposal as the reconcile page shows it. */
export function proposalView(proposal: Proposal, devices: Reconciliation['devices']): ScanProposalDto {
  const refOf = (id: string): RefDto => ({ id, name: devices.get(id)?.name ?? '', type: 'asset' });
  return {
    key: proposal.key,
    kind: proposal.kind,
    conflict: proposal.conflict ?? null,
    matchedBy: proposal.matchedBy ?? null,
    asset: proposal.deviceId ? refOf(proposal.deviceId) : null,
    assetVersion: proposal.deviceVersion ?? null,
    candidates: proposal.candidates.map(refOf),
    found: proposal.host ? foundView(proposal.host) : null,
    differences: proposal.diffs.map(differenceView),
    kept: proposal.kept.map(differenceView),
    suggestedName: proposal.suggestedName,
    suggestedType: proposal.suggestedType,
  };
}

function foundView(host: FoundDevice): ScanFoundDto {
  const openFirst = host.ports.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  return {
    hostnames: host.hostnames,
    ips: host.interfaces.flatMap(({ ips }) => ips),
    macs: host.interfaces.flatMap(({ mac }) => mac ?? []),
    vendor: host.vendor ?? null,
    os: host.os?.name ?? null,
    osAccuracy: host.os?.accuracy ?? null,
    ports: openFirst.slice(0, PORTS_SHOWN).map(portView),
    portCount: host.ports.length,
    sharedMac: host.sharedMac ?? null,
    timedOut: host.timedOut,
    lastSeenAt: host.lastSeenAt.toISOString(),
  };
}

function portView({ protocol, port, state, service }: FoundPort): ScanPortDto {
  return {
    protocol,
    port,
    state,
    service: service?.name ?? null,
    product: service?.product ?? null,
    serviceVersion: service?.version ?? null,
    probed: service?.method === 'probed',
  };
}

function differenceView({ field, interfaceIndex, recorded, found, proposed }: FieldDiff): ScanDifferenceDto {
  return {
    field,
    interfaceIndex: interfaceIndex ?? null,
    recorded: listOf(recorded),
    found: listOf(found),
    proposed: listOf(proposed),
  };
}

function listOf(value: DiffValue): string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}
