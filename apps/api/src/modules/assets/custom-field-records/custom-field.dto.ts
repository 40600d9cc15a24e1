import { Choice, Dto, Flag, Id, InputDto, Int, Json, Moment, PartialDto, Text } from '@st0r/dto';
import { ASSET_TYPE_CODES, type AssetTypeCode } from '../asset-types';
import { CUSTOM_FIELD_TYPES, RELATION_TARGETS, type CustomFieldType, type RelationTarget } from '../custom-fields';

/** A field an organisation adds to its assets. */
@Dto('CustomField')
export class CustomFieldDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Choice('AssetType', ASSET_TYPE_CODES, { list: true, optional: true, description: 'Null: assets of every type.' })
  assetTypes: string[] | null;

  @Text({ max: 60, description: 'Key in customFields and in cf.<slug> filters; never changes.' })
  slug: string;

  @Text({ max: 120 })
  label: string;

  @Choice('CustomFieldType', CUSTOM_FIELD_TYPES)
  type: string;

  @Flag()
  required: boolean;

  @Text({ max: 40, optional: true, description: 'Shortest length, smallest number or earliest day.' })
  min: string | null;

  @Text({ max: 40, optional: true, description: 'Greatest length, largest number or latest day.' })
  max: string | null;

  @Text({ max: 200, optional: true })
  pattern: string | null;

  @Text({ max: 200, list: true, optional: true })
  options: string[] | null;

  @Choice('CustomFieldTarget', RELATION_TARGETS, { optional: true })
  relatesTo: string | null;

  @Int()
  position: number;

  @Text({ max: 255, optional: true })
  help: string | null;

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

/** A new custom field. */
@InputDto('CustomFieldCreate')
export class CustomFieldCreateDto {
  @Id()
  organisationId: string;

  @Choice('AssetType', ASSET_TYPE_CODES, { list: true, optional: true, description: 'Left out: assets of every type.' })
  assetTypes?: AssetTypeCode[] | null;

  @Text({ max: 60 })
  slug: string;

  @Text({ max: 120 })
  label: string;

  @Choice('CustomFieldType', CUSTOM_FIELD_TYPES)
  type: CustomFieldType;

  @Flag({ optional: true })
  required?: boolean | null;

  @Text({ max: 40, optional: true })
  min?: string | null;

  @Text({ max: 40, optional: true })
  max?: string | null;

  @Text({ max: 200, optional: true, trim: false })
  pattern?: string | null;

  @Text({ max: 200, list: true, optional: true })
  options?: string[] | null;

  @Choice('CustomFieldTarget', RELATION_TARGETS, { optional: true })
  relatesTo?: RelationTarget | null;

  @Int({ optional: true, min: 0, max: 10_000 })
  position?: number | null;

  @Text({ max: 255, optional: true })
  help?: string | null;
}

/** A change of a custom field; slug and type stay, because stored values depend on them. */
@InputDto('CustomFieldUpdate')
export class CustomFieldUpdateDto extends PartialDto(CustomFieldCreateDto, ['organisationId', 'slug', 'type']) {}
