import { Choice, Day, Id, InputDto, Json, ListOf, Money, PartialDto, Text } from '@st0r/dto';
import { ASSET_STATUSES, type AssetStatus } from '../asset-lifecycle';
import { ASSET_TYPE_CODES, type AssetTypeCode } from '../asset-types';
import { AssetInterfaceInputDto } from './asset-interface.dto';

/** A new asset. */
@InputDto('AssetCreate')
export class AssetCreateDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;

  @Choice('AssetType', ASSET_TYPE_CODES, { optional: true, description: 'That of the model when left out, or other.' })
  type?: AssetTypeCode | null;

  @Choice('AssetStatus', ASSET_STATUSES, { optional: true, description: 'active when left out.' })
  status?: AssetStatus | null;

  @Id({ optional: true, description: 'That of the model when left out.' })
  manufacturerId?: string | null;

  @Id({ optional: true })
  modelId?: string | null;

  @Text({ max: 120, optional: true, description: 'A serial another asset has too is stored with a warning.' })
  serial?: string | null;

  @Text({ max: 64, optional: true, description: 'Unique within the organisation.' })
  assetTag?: string | null;

  @Text({ max: 120, optional: true, description: 'Unique within the organisation.' })
  externalId?: string | null;

  @Text({ max: 255, optional: true })
  hostname?: string | null;

  @Text({ max: 255, optional: true })
  os?: string | null;

  @ListOf(() => AssetInterfaceInputDto, {
    optional: true,
    maxItems: 200,
    description: 'Replaces all interfaces; what is found again by MAC or name and unchanged keeps its history.',
  })
  interfaces?: AssetInterfaceInputDto[] | null;

  @Id({ optional: true })
  siteId?: string | null;

  @Id({ optional: true })
  contactId?: string | null;

  @Id({ optional: true })
  parentId?: string | null;

  @Day({ optional: true })
  purchasedOn?: string | null;

  @Day({ optional: true })
  warrantyEndsOn?: string | null;

  @Day({ optional: true })
  endOfLifeOn?: string | null;

  @Money({ optional: true })
  price?: number | null;

  @Text({ max: 3, optional: true, pattern: /^[A-Z]{3}$/ })
  currency?: string | null;

  @Text({ max: 50_000, optional: true, trim: false })
  notes?: string | null;

  @Text({ max: 50, list: true, maxItems: 50, optional: true })
  tags?: string[] | null;

  @Json({ optional: true, description: 'Values by slug; in a change, what is left out stays and null clears.' })
  customFields?: Record<string, unknown> | null;
}

/** A change of an asset; what is left out stays. */
@InputDto('AssetUpdate')
export class AssetUpdateDto extends PartialDto(AssetCreateDto, ['organisationId']) {}

/** A step in the life of an asset. */
@InputDto('AssetMove')
export class AssetMoveDto {
  @Choice('AssetStatus', ASSET_STATUSES)
  to: AssetStatus;

  @Text({ max: 500, optional: true })
  reason?: string | null;
}
