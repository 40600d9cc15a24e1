import { Conflict, Invalid } from '../../../platform/errors';
import { proposeFor, type KnownDevice, type Proposal } from '../reconcile';
import type { RecordedDevice } from '../scan/recorded-devices';
import { countKinds, type Reconciliation } from '../scan/reconciliation.service';
import type { SkipReason } from './scan-accept.dto';
import { AS_NEW, type Selection } from './selection';

/** One line to carry out; without a device it becomes a new record. */
export interface Line {
  proposal: Proposal;
  device: RecordedDevice | null;
}

/** What a selection means at this moment. */
export interface Plan {
  lines: Line[];
  skipped: { key: string; reason: SkipReason }[];
  remaining: Record<Proposal['kind'], number>;
}

/** Decides line by line what is carried out and what is left alone, and why. Refuses when a shown record has changed. */
export function planAcceptance(now: Reconciliation, selection: Selection): Plan {
  refuseStale(now, selection);
  const plan: Plan = { lines: [], skipped: goneKeys(now, selection), remaining: countKinds(now.proposals) };
  const touched = new Set<string>();
  for (const proposal of now.proposals) {
    if (!selection.keys.has(proposal.key) && !selection.kinds.has(proposal.kind)) continue;
    const line = resolve(proposal, now, selection);
    const id = line?.device?.id;
    if (!line) plan.skipped.push({ key: proposal.key, reason: 'choose' });
    else if (id && touched.has(id)) plan.skipped.push({ key: proposal.key, reason: 'changed' });
    else {
      if (id) touched.add(id);
      plan.lines.push(line);
      settle(plan, proposal.kind);
    }
  }
  plan.skipped.push(...openConflicts(now, selection));
  return plan;
}

/** The line as proposed, or as a person chose; null while a person has to choose. */
function resolve(proposal: Proposal, now: Reconciliation, selection: Selection): Line | null {
  const choice = selection.choices.get(proposal.key);
  if (choice && proposal.host) return chosen(proposal, choice, now);
  if (proposal.conflict === 'ambiguous') return null;
  return { proposal, device: (proposal.deviceId && now.devices.get(proposal.deviceId)) || null };
}

const NOTHING: KnownDevice = { id: '', name: '', interfaces: [], type: '', lastSeenAt: null, version: 0 };

function chosen(proposal: Proposal, choice: string, now: Reconciliation): Line | null {
  const { host } = proposal;
  if (!host) return null;
  if (choice === AS_NEW) return { proposal: { ...proposeFor(host, NOTHING), key: proposal.key }, device: null };
  const device = now.devices.get(choice);
  if (!device)
    throw Invalid.field(`/choices/${proposal.key}`, 'not_found', 'This asset does not exist here, or is archived.');
  return { proposal: proposeFor(host, device, now.inRange), device };
}

function refuseStale({ proposals }: Reconciliation, { versions, choices }: Selection): void {
  const keys = proposals
    .filter(({ key, deviceVersion }) => versions.has(key) && !choices.has(key) && versions.get(key) !== deviceVersion)
    .map(({ key }) => key);
  if (keys.length === 0) return;
  throw new Conflict('scan.proposals_changed', {
    status: 412,
    detail: 'Records changed after this page was opened. Look at the proposals again.',
    params: { keys },
  });
}

/** Named lines that nothing speaks for any more: accepted before, or settled by somebody else. */
function goneKeys({ proposals }: Reconciliation, { keys }: Selection): Plan['skipped'] {
  const known = new Set(proposals.map(({ key }) => key));
  return [...keys].filter((key) => !known.has(key)).map((key) => ({ key, reason: 'gone' }));
}

/** `all` never decides a conflict; it says which ones are left. */
function openConflicts({ proposals }: Reconciliation, { keys, kinds }: Selection): Plan['skipped'] {
  if (kinds.size === 0) return [];
  return proposals
    .filter(({ kind, key }) => kind === 'conflict' && !keys.has(key))
    .map(({ key }) => ({ key, reason: 'conflict' }));
}

function settle({ remaining }: Plan, kind: Proposal['kind']): void {
  remaining[kind] -= 1;
  if (kind !== 'vanished') remaining.unchanged += 1;
}
