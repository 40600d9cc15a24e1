import type { FieldDiff, KnownDevice, KnownInterface, Proposal } from './reconcile.types';

/**
 * The record after a proposal was accepted; what the scan wrote is marked as the scan's. Give `device` for everything
 * but new ones; without it a device is made under `id`.
 */
export function applyProposal(proposal: Proposal, device: KnownDevice | null, id = ''): KnownDevice {
  const before = device ?? { id, name: '', interfaces: [], type: 'other', lastSeenAt: null, version: 0 };
  const after: KnownDevice = {
    ...before,
    interfaces: before.interfaces.map((known) => ({ ...known })),
    sources: { ...before.sources },
  };
  for (const diff of proposal.diffs) applyDiff(after, diff);
  const seenAt = proposal.host?.lastSeenAt ?? null;
  if (seenAt && (!after.lastSeenAt || after.lastSeenAt < seenAt)) after.lastSeenAt = seenAt;
  if (proposal.diffs.length > 0) after.version += 1;
  return after;
}

function applyDiff(device: KnownDevice, { field, interfaceIndex, proposed }: FieldDiff): void {
  if (field === 'mac' || field === 'ips') return applyToInterface(device, { field, interfaceIndex, proposed });
  if (Array.isArray(proposed)) return;
  if (field === 'vanishedAt') {
    device.vanishedAt = proposed === null ? null : new Date(proposed);
    return;
  }
  device[field] = proposed ?? '';
  if (field === 'os') device.osSource = 'scan';
  else device.sources = { ...device.sources, [field]: 'scan' };
}

function applyToInterface(
  device: KnownDevice,
  diff: { field: 'mac' | 'ips'; interfaceIndex?: number; proposed: FieldDiff['proposed'] },
): void {
  const at = diff.interfaceIndex ?? 0;
  const known: KnownInterface = (device.interfaces[at] ??= { ips: [], source: 'scan' });
  if (diff.field === 'ips' && Array.isArray(diff.proposed)) known.ips = [...diff.proposed];
  if (diff.field === 'mac' && typeof diff.proposed === 'string') known.mac = diff.proposed;
}
