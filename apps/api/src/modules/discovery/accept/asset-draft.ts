import type { AssetDraft, AssetEntity, AssetTypeCode } from '../../assets';
import { applyProposal, type FieldDiff, type Proposal } from '../reconcile';

/** Manufacturer ids by the name a scan gave. */
export type ManufacturerIds = ReadonlyMap<string, string>;

type InterfaceDraft = NonNullable<AssetDraft['interfaces']>[number];
type Sources = NonNullable<AssetEntity['fieldSources']>;

/** What accepted differences change in the columns of an asset; each value is marked as the scan's. */
export function patchOf(
  { diffs }: Pick<Proposal, 'diffs'>,
  before: Sources | null,
  manufacturers: ManufacturerIds,
): Partial<AssetEntity> {
  const patch: Partial<AssetEntity> = {};
  const sources: Sources = { ...before };
  for (const diff of diffs) {
    const column = applyDiff(patch, diff, manufacturers);
    if (column) sources[column] = 'scan';
  }
  if (Object.keys(sources).some((name) => sources[name] !== before?.[name])) patch.fieldSources = sources;
  return patch;
}

/** Sets one column; answers its name when it carries a source. */
function applyDiff(patch: Partial<AssetEntity>, diff: FieldDiff, manufacturers: ManufacturerIds): string | null {
  const value = typeof diff.proposed === 'string' ? diff.proposed : null;
  switch (diff.field) {
    case 'vanishedAt':
      patch.vanishedAt = value === null ? null : new Date(value);
      return null;
    case 'manufacturer':
      patch.manufacturerId = manufacturers.get(value ?? '') ?? null;
      return 'manufacturer';
    case 'name':
      patch.name = cut(value ?? '');
      return 'name';
    case 'type':
      patch.type = (value ?? 'other') as AssetTypeCode;
      return 'type';
    case 'hostname':
      patch.hostname = value === null ? null : cut(value);
      return 'hostname';
    case 'os':
      patch.os = value === null ? null : cut(value);
      patch.osSource = 'scan';
      return null;
    default:
      return null;
  }
}

/** A record for a device nobody had written down; the asset's writer marks its values as the scan's. */
export function draftOf(proposal: Proposal, organisationId: string, manufacturers: ManufacturerIds): AssetDraft {
  const seenAt = proposal.host?.lastSeenAt ?? null;
  const { fieldSources: _sources, ...patch } = patchOf(proposal, null, manufacturers);
  const { interfaces } = applyProposal(proposal, null);
  return {
    organisationId,
    name: cut(proposal.suggestedName),
    type: 'other',
    status: 'active',
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
    ...patch,
    interfaces: interfaces.map(({ mac, ips }, at) => ({ ...newInterface(at, seenAt), mac: mac ?? null, ips })),
  };
}

/** An interface a scan met; it knows neither its name nor its kind. */
export function newInterface(at: number, seenAt: Date | null): InterfaceDraft {
  return {
    name: `Interface ${at + 1}`,
    type: null,
    mac: null,
    primary: at === 0,
    ips: [],
    source: 'scan',
    lastSeenAt: seenAt,
  };
}

/** Columns hold 255 characters; scans may say more. */
const cut = (text: string): string => [...text].slice(0, 255).join('');
