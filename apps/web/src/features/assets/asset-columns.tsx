import type { Api } from '@st0r/api-client';
import { Day, Icon, Tag, Time, type CellEdit, type Column } from '@st0r/ui';
import { assetStatusLabel, assetStatusTone, assetTypeIcon, assetTypeLabel, assetTypes } from '../../shared/asset-types';
import { recordCell } from '../../shared/use-cell-edit';
import type { Asset } from './asset-list';
import { say } from './messages';

/** The interface an asset is reached by. */
export function primaryOf(asset: Asset): Asset['interfaces'][number] | undefined {
  return asset.interfaces.find(({ primary }) => primary) ?? asset.interfaces[0];
}

/** Kind of an asset in a picture and words. */
export function TypeLabel({ type }: { type: string }) {
  return (
    <>
      <Icon name={assetTypeIcon(type)} /> {assetTypeLabel(type)}
    </>
  );
}

/** Status of an asset in words and colour. */
export function StatusTag({ status }: { status: string }) {
  return <Tag tone={assetStatusTone(status)}>{assetStatusLabel(status)}</Tag>;
}

const types = assetTypes.map((value) => ({ value, label: assetTypeLabel(value) }));
/** The status of now, and those that may follow it. */
const statusesOf = ({ status, nextStatuses }: Asset) =>
  [status, ...nextStatuses].map((value) => ({ value, label: assetStatusLabel(value) }));
const text = (field: keyof Asset & string): CellEdit<Asset> => ({ as: 'text', field });
const day = (field: keyof Asset & string): CellEdit<Asset> => ({ as: 'day', field });

/** Columns of the asset list; those marked hidden wait in the column menu. */
export const assetColumns: readonly Column<Asset>[] = [
  { id: 'name', header: say('name'), cell: (asset) => asset.name, sort: 'name', edit: text('name') },
  {
    id: 'type',
    group: { field: 'type', of: (asset) => asset.type, words: assetTypeLabel },
    header: say('type'),
    cell: (asset) => <TypeLabel type={asset.type} />,
    sort: 'type',
    edit: { as: 'choice', field: 'type', choices: () => types },
  },
  {
    id: 'status',
    group: { field: 'status', of: (asset) => asset.status, words: assetStatusLabel },
    header: say('status'),
    cell: (asset) => <StatusTag status={asset.status} />,
    sort: 'status',
    edit: { as: 'choice', field: 'status', choices: statusesOf },
  },
  { id: 'ip', header: say('ip'), cell: (asset) => primaryOf(asset)?.ips[0] },
  {
    id: 'model',
    group: { field: 'model', of: (asset) => asset.modelId },
    header: say('model'),
    cell: (asset) => asset.model?.name,
  },
  { id: 'serial', header: say('serial'), cell: (asset) => asset.serial, sort: 'serial', edit: text('serial') },
  {
    id: 'site',
    group: { field: 'site', of: (asset) => asset.siteId },
    header: say('site'),
    cell: (asset) => asset.site?.name,
    edit: recordCell('siteId', 'sites', (asset) => asset.site?.name),
  },
  {
    id: 'warrantyEndsOn',
    header: say('warrantyEndsOn'),
    cell: (asset) => <Day on={asset.warrantyEndsOn} />,
    sort: 'warrantyEndsOn',
    edit: day('warrantyEndsOn'),
  },
  {
    id: 'manufacturer',
    group: { field: 'manufacturer', of: (asset) => asset.manufacturerId },
    header: say('manufacturer'),
    cell: (asset) => asset.manufacturer?.name,
    hidden: true,
  },
  { id: 'mac', header: say('mac'), cell: (asset) => primaryOf(asset)?.mac, hidden: true },
  {
    id: 'hostname',
    header: say('hostname'),
    cell: (asset) => asset.hostname,
    sort: 'hostname',
    edit: text('hostname'),
    hidden: true,
  },
  { id: 'os', header: say('os'), cell: (asset) => asset.os, sort: 'os', edit: text('os'), hidden: true },
  {
    id: 'assetTag',
    header: say('assetTag'),
    cell: (asset) => asset.assetTag,
    sort: 'assetTag',
    edit: text('assetTag'),
    hidden: true,
  },
  {
    id: 'contact',
    group: { field: 'contact', of: (asset) => asset.contactId },
    header: say('contact'),
    cell: (asset) => asset.contact?.name,
    edit: recordCell('contactId', 'contacts', (asset) => asset.contact?.name),
    hidden: true,
  },
  { id: 'tags', header: say('tags'), cell: (asset) => <Tags tags={asset.tags} />, hidden: true },
  {
    id: 'purchasedOn',
    header: say('purchasedOn'),
    cell: (asset) => <Day on={asset.purchasedOn} />,
    sort: 'purchasedOn',
    edit: day('purchasedOn'),
    hidden: true,
  },
  {
    id: 'endOfLifeOn',
    header: say('endOfLifeOn'),
    cell: (asset) => <Day on={asset.endOfLifeOn} />,
    sort: 'endOfLifeOn',
    edit: day('endOfLifeOn'),
    hidden: true,
  },
  {
    id: 'lastSeenAt',
    header: say('lastSeen'),
    cell: (asset) => <Time at={asset.lastSeenAt} />,
    sort: 'lastSeenAt',
    hidden: true,
  },
  {
    id: 'updatedAt',
    header: say('updated'),
    cell: (asset) => <Time at={asset.updatedAt} />,
    sort: 'updatedAt',
    hidden: true,
  },
];

/** Tags in a row. */
export function Tags({ tags }: { tags: readonly string[] | null | undefined }) {
  return (
    <span className="as-tags">
      {tags?.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </span>
  );
}

/** One hidden column for each custom field of the client. */
export function customColumns(fields: readonly Api<'CustomField'>[]): Column<Asset>[] {
  return fields.map(({ slug, label }) => ({
    id: `cf.${slug}`,
    header: label,
    cell: (asset) => customText(asset.customFields?.[slug]),
    hidden: true,
  }));
}

/** A custom value as text. */
export function customText(value: unknown): string {
  if (value === true) return '✓';
  return value === null || value === undefined || value === false ? '' : String(value);
}
