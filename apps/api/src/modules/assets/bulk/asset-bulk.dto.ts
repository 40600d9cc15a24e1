import { Choice, Dto, Flag, Id, InputDto, Int, Json, ListOf, Part, PartialDto, PickDto, Text } from '@st0r/dto';
import { AssetCreateDto } from '../asset/asset-input.dto';

const SETTABLE = [
  'type',
  'status',
  'manufacturerId',
  'modelId',
  'siteId',
  'contactId',
  'parentId',
  'os',
  'purchasedOn',
  'warrantyEndsOn',
  'endOfLifeOn',
  'price',
  'currency',
  'customFields',
] as const;

/** What every chosen asset gets; what is left out stays. */
@InputDto('AssetBulkSet')
export class AssetBulkSetDto extends PartialDto(PickDto(AssetCreateDto, SETTABLE)) {
  @Text({ max: 50, list: true, maxItems: 50, optional: true })
  addTags?: string[] | null;

  @Text({ max: 50, list: true, maxItems: 50, optional: true })
  removeTags?: string[] | null;

  @Text({ max: 500, optional: true, description: 'Why the status changes; kept in the history.' })
  reason?: string | null;
}

/** A change of many assets: the named ones, or those a list query finds. */
@InputDto('AssetBulk')
export class AssetBulkDto {
  @Id({ list: true, maxItems: 1000, optional: true })
  ids?: string[] | null;

  @Text({ max: 4000, min: 0, optional: true, description: 'Query string of the list, e.g. status=active&type=laptop.' })
  filter?: string | null;

  @Part(() => AssetBulkSetDto)
  set: AssetBulkSetDto;

  @Flag({ optional: true, description: 'Only say what would change.' })
  dryRun?: boolean | null;

  @Text({ max: 100, optional: true, description: 'Of the dry run; a filter needs it.' })
  previewToken?: string | null;
}

export const BULK_OUTCOMES = ['changed', 'unchanged', 'refused'] as const;

/** What became of one asset. */
@Dto('AssetBulkItem')
export class AssetBulkItemDto {
  @Id()
  id: string;

  @Text({ max: 255 })
  name: string;

  @Choice('AssetBulkOutcome', BULK_OUTCOMES)
  outcome: (typeof BULK_OUTCOMES)[number];

  @Json({ optional: true, description: 'Property -> {from, to}.' })
  changes: object | null;

  @Text({ max: 1000, optional: true, description: 'Why it was refused.' })
  refused: string | null;
}

/** What became of the chosen assets. */
@Dto('AssetBulkResult')
export class AssetBulkResultDto {
  @Flag()
  dryRun: boolean;

  @Int()
  changed: number;

  @Int()
  unchanged: number;

  @Int()
  refused: number;

  @Text({ max: 100, description: 'Send it back to run exactly this.' })
  previewToken: string;

  @ListOf(() => AssetBulkItemDto, { maxItems: 1000 })
  items: AssetBulkItemDto[];
}
