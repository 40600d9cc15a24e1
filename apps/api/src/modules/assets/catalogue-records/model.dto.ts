import { Choice, Decimal, Dto, Flag, Id, InputDto, Int, Json, ListOf, Moment, Part, PartialDto, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';
import { ASSET_TYPE_CODES, type AssetTypeCode } from '../asset-types';
import { MODEL_SOURCES } from './model.entity';

const SLUG = /^[a-z0-9_]+(?:-[a-z0-9_]+)*$/;

/** A port every device of a model has. */
@Dto('ModelPort')
export class ModelPortDto {
  @Text({ max: 30, description: 'interfaces, powerPorts, consolePorts, frontPorts ...' })
  list: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 255, min: 0, description: 'e.g. 1000base-t' })
  type: string;

  @Text({ max: 3, optional: true, description: 'pse gives power, pd takes it.' })
  poeMode: string | null;

  @Flag({ optional: true })
  mgmtOnly: boolean | null;
}

/** A product of a manufacturer. */
@Dto('Model')
export class ModelDto {
  @Id()
  id: string;

  @Id()
  manufacturerId: string;

  @Part(() => RefDto, { optional: true })
  manufacturer: RefDto | null;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 255, optional: true })
  partNumber: string | null;

  @Text({ max: 255 })
  slug: string;

  @Choice('AssetType', ASSET_TYPE_CODES, { optional: true })
  type: string | null;

  @Decimal({ description: 'Rack units; 0 = not rack-mounted.' })
  uHeight: number;

  @Flag()
  fullDepth: boolean;

  @Int({ optional: true })
  maxWatts: number | null;

  @ListOf(() => ModelPortDto, { optional: true, maxItems: 4000 })
  ports: ModelPortDto[] | null;

  @Choice('ModelSource', MODEL_SOURCES)
  source: string;

  @Text({ max: 50_000, optional: true, trim: false })
  notes: string | null;

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

/** A port as it comes in. */
@InputDto('ModelPortInput')
export class ModelPortInputDto {
  @Choice('ModelPortList', [
    'interfaces',
    'powerPorts',
    'powerOutlets',
    'consolePorts',
    'consoleServerPorts',
    'frontPorts',
    'rearPorts',
    'moduleBays',
    'deviceBays',
  ])
  list: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 255, min: 0 })
  type: string;

  @Choice('PoeMode', ['pse', 'pd'], { optional: true })
  poeMode?: string | null;

  @Flag({ optional: true })
  mgmtOnly?: boolean | null;
}

/** A new model. */
@InputDto('ModelCreate')
export class ModelCreateDto {
  @Id()
  manufacturerId: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 255, optional: true })
  partNumber?: string | null;

  @Text({ max: 255, optional: true, pattern: SLUG, description: 'Made from manufacturer and name when left out.' })
  slug?: string | null;

  @Choice('AssetType', ASSET_TYPE_CODES, { optional: true })
  type?: AssetTypeCode | null;

  @Decimal({ optional: true, min: 0, max: 100 })
  uHeight?: number | null;

  @Flag({ optional: true })
  fullDepth?: boolean | null;

  @Int({ optional: true, min: 0, max: 1_000_000 })
  maxWatts?: number | null;

  @ListOf(() => ModelPortInputDto, { optional: true, maxItems: 2000 })
  ports?: ModelPortInputDto[] | null;

  @Text({ max: 50_000, optional: true, trim: false })
  notes?: string | null;
}

/** A change of a model; what is left out stays. */
@InputDto('ModelUpdate')
export class ModelUpdateDto extends PartialDto(ModelCreateDto, ['manufacturerId']) {}
