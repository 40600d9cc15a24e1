import { Dto, Id, InputDto, Int, Json, Moment, PartialDto, Text } from '@st0r/dto';

const WEB = /^https?:\/\/\S+$/i;

/** A maker of things. */
@Dto('Manufacturer')
export class ManufacturerDto {
  @Id()
  id: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 500, optional: true })
  website: string | null;

  @Text({ max: 500, optional: true })
  supportUrl: string | null;

  @Text({ max: 64, optional: true })
  supportPhone: string | null;

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

/** A new manufacturer. */
@InputDto('ManufacturerCreate')
export class ManufacturerCreateDto {
  @Text({ max: 120 })
  name: string;

  @Text({ max: 500, optional: true, pattern: WEB })
  website?: string | null;

  @Text({ max: 500, optional: true, pattern: WEB })
  supportUrl?: string | null;

  @Text({ max: 64, optional: true })
  supportPhone?: string | null;
}

/** A change of a manufacturer; what is left out stays. */
@InputDto('ManufacturerUpdate')
export class ManufacturerUpdateDto extends PartialDto(ManufacturerCreateDto) {}
