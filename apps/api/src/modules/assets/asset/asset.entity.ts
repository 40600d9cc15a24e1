import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { AssetStatus } from '../asset-lifecycle';
import type { AssetTypeCode } from '../asset-types';
import type { CustomFieldValues } from '../custom-fields';

/** Who wrote a value. What a person or an import wrote is never overwritten by a scan; unknown counts as `hand`. */
export const FIELD_SOURCES = ['hand', 'import', 'scan'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** A thing the provider looks after. */
@OrgOwned({
  noun: 'asset',
  search: {
    permission: 'asset.read',
    title: 'name',
    subtitle: ['type', 'hostname'],
    keywords: ['hostname', 'assetTag', 'tags'],
    exact: ['serial', 'assetTag'],
  },
})
export class AssetEntity extends OrgRow {
  @Column('varchar', { length: 255 })
  name: string;

  @Column('varchar', { length: 32 })
  type: AssetTypeCode;

  @Column('varchar', { length: 16 })
  status: AssetStatus;

  @Column('uuid', { nullable: true })
  manufacturerId: string | null;

  @Column('uuid', { nullable: true })
  modelId: string | null;

  @Column('varchar', { length: 120, nullable: true })
  serial: string | null;

  /** Unique within the organisation. */
  @Column('varchar', { length: 64, nullable: true })
  assetTag: string | null;

  /** The id another system knows it by; unique within the organisation. */
  @Column('varchar', { length: 120, nullable: true })
  externalId: string | null;

  @Column('varchar', { length: 255, nullable: true })
  hostname: string | null;

  @Column('varchar', { length: 255, nullable: true })
  os: string | null;

  @Column('varchar', { length: 8, nullable: true })
  osSource: FieldSource | null;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  /** The asset this one is part of: a blade's chassis, a phone's base. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('date', { nullable: true })
  purchasedOn: string | null;

  @Column('date', { nullable: true })
  warrantyEndsOn: string | null;

  @Column('date', { nullable: true })
  endOfLifeOn: string | null;

  /** Minor units of `currency`. */
  @Column('bigint', { nullable: true, transformer: { to: (value: unknown) => value, from: toNumber } })
  price: number | null;

  @Column('char', { length: 3, nullable: true })
  currency: string | null;

  @Column('mediumtext', { nullable: true })
  notes: string | null;

  @Column('json', { nullable: true })
  tags: string[] | null;

  @Column('json', { nullable: true })
  customFields: CustomFieldValues | null;

  /** Per property who wrote it last: `{"hostname": "scan"}`; what is absent was written by hand. */
  @Column('json', { nullable: true })
  fieldSources: Record<string, FieldSource> | null;

  @Column('datetime', { precision: 6, nullable: true })
  firstSeenAt: Date | null;

  /** The last scan that met it; null when none ever did. */
  @Column('datetime', { precision: 6, nullable: true })
  lastSeenAt: Date | null;

  /** When a scan of its network first missed it; null while it answers. */
  @Column('datetime', { precision: 6, nullable: true })
  vanishedAt: Date | null;
}

function toNumber(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
