import { Choice, Dto, Id, Int, Json, ListOf, Moment, Money, Day, Part, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';
import { ASSET_STATUSES } from '../asset-lifecycle';
import { ASSET_TYPE_CODES } from '../asset-types';
import { AssetInterfaceDto } from './asset-interface.dto';
import { FIELD_SOURCES } from './asset.entity';

/** Something that was stored and still deserves a look. */
@Dto('AssetWarning')
export class AssetWarningDto {
  @Text({ max: 100 })
  pointer: string;

  @Text({ max: 100 })
  code: string;

  @Text({ max: 1000 })
  detail: string;
}

/** A thing the provider looks after. */
@Dto('Asset')
export class AssetDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;

  @Choice('AssetType', ASSET_TYPE_CODES)
  type: string;

  @Choice('AssetStatus', ASSET_STATUSES)
  status: string;

  @Choice('AssetStatus', ASSET_STATUSES, { list: true, description: 'Where it may move from here.' })
  nextStatuses: string[];

  @Id({ optional: true })
  manufacturerId: string | null;

  @Part(() => RefDto, { optional: true })
  manufacturer: RefDto | null;

  @Id({ optional: true })
  modelId: string | null;

  @Part(() => RefDto, { optional: true })
  model: RefDto | null;

  @Text({ max: 120, optional: true })
  serial: string | null;

  @Text({ max: 64, optional: true })
  assetTag: string | null;

  @Text({ max: 120, optional: true, description: 'The id another system knows it by.' })
  externalId: string | null;

  @Text({ max: 255, optional: true })
  hostname: string | null;

  @Text({ max: 255, optional: true })
  os: string | null;

  @Choice('FieldSource', FIELD_SOURCES, { optional: true })
  osSource: string | null;

  @ListOf(() => AssetInterfaceDto)
  interfaces: AssetInterfaceDto[];

  @Id({ optional: true })
  siteId: string | null;

  @Part(() => RefDto, { optional: true })
  site: RefDto | null;

  @Id({ optional: true })
  contactId: string | null;

  @Part(() => RefDto, { optional: true })
  contact: RefDto | null;

  @Id({ optional: true, description: 'The asset this one is part of.' })
  parentId: string | null;

  @Part(() => RefDto, { optional: true })
  parent: RefDto | null;

  @Day({ optional: true })
  purchasedOn: string | null;

  @Day({ optional: true })
  warrantyEndsOn: string | null;

  @Day({ optional: true })
  endOfLifeOn: string | null;

  @Money({ optional: true, description: 'Minor units of the currency.' })
  price: number | null;

  @Text({ max: 3, optional: true, description: 'ISO 4217.' })
  currency: string | null;

  @Text({ max: 50_000, optional: true, trim: false })
  notes: string | null;

  @Text({ max: 50, list: true, optional: true })
  tags: string[] | null;

  @Json({ optional: true, description: 'Values by slug; see customFields.' })
  customFields: Record<string, unknown> | null;

  @Json({ optional: true, description: 'Who wrote a property last: hand, import or scan; hand when absent.' })
  fieldSources: Record<string, string> | null;

  @Moment({ optional: true })
  firstSeenAt: string | null;

  @Moment({ optional: true, description: 'The last scan that met it.' })
  lastSeenAt: string | null;

  @Moment({ optional: true, description: 'Since when scans of its network miss it.' })
  vanishedAt: string | null;

  @ListOf(() => AssetWarningDto, { optional: true, description: 'After a change only: what deserves a look.' })
  warnings: AssetWarningDto[] | null;

  @Json({ description: 'What you may do with this record.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment()
  updatedAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** One step in the life of an asset. */
@Dto('AssetStatusChange')
export class AssetStatusChangeDto {
  @Id()
  id: string;

  @Choice('AssetStatus', ASSET_STATUSES, { optional: true, description: 'Null for the first status.' })
  from: string | null;

  @Choice('AssetStatus', ASSET_STATUSES)
  to: string;

  @Text({ max: 500, optional: true })
  reason: string | null;

  @Text({ max: 255 })
  byName: string;

  @Moment()
  createdAt: string;
}
