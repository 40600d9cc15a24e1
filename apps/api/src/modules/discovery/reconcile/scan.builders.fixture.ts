import type { FoundHost, FoundPort } from '../nmap';
import type { KnownDevice, Proposal } from './reconcile.types';
import { applyProposal } from './proposal.apply';

export const SCANNED_AT = new Date('2026-03-01T10:00:00Z');
export const BEFORE = new Date('2026-02-01T10:00:00Z');

/** A host that answered; give what matters to the test. */
export function aHost(parts: Partial<FoundHost>): FoundHost {
  return {
    state: 'up',
    reason: 'arp-response',
    ips: [],
    hostnames: [],
    ports: [],
    otherPorts: [],
    lastSeenAt: SCANNED_AT,
    timedOut: false,
    ...parts,
  };
}

/** A recorded device whose values a person wrote, unless the test says otherwise. */
export function aDevice(parts: Partial<KnownDevice>): KnownDevice {
  return { id: 'd1', name: 'a device', interfaces: [], type: 'server', lastSeenAt: BEFORE, version: 1, ...parts };
}

export function openPorts(...ports: number[]): FoundPort[] {
  return ports.map((port) => ({ protocol: 'tcp', port, state: 'open' }));
}

export function aScan(hosts: FoundHost[], args = 'nmap -sn 10.0.0.0/24') {
  return { args, complete: true, startedAt: SCANNED_AT, hosts };
}

/** Accepts every proposal that still fits, as the service does: a record changed meanwhile is left for the next look. */
export function accept(devices: readonly KnownDevice[], proposals: readonly Proposal[]): KnownDevice[] {
  const after = new Map(devices.map((device) => [device.id, device]));
  for (const proposal of proposals) {
    const device = proposal.deviceId ? after.get(proposal.deviceId) : undefined;
    if (proposal.conflict === 'ambiguous' || (device && device.version !== proposal.deviceVersion)) continue;
    const id = device?.id ?? `made-${after.size}`;
    after.set(id, applyProposal(proposal, device ?? null, id));
  }
  return [...after.values()];
}
