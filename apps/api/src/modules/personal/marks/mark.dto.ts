import { Dto, Id, InputDto, Moment, Part, Text } from '@st0r/dto';

/** The organisation of a marked record, with its colour. */
@Dto('MarkOrganisation')
export class MarkOrganisationDto {
  @Id()
  id: string;

  @Text({ max: 63 })
  slug: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 7 })
  colour: string;
}

/** A record kept at hand: a favourite, or one opened lately. */
@Dto('Mark')
export class MarkDto {
  @Text({ max: 40, description: 'Noun of the record, e.g. asset.' })
  type: string;

  @Id()
  id: string;

  @Text({ max: 255 })
  title: string;

  @Text({ max: 255, optional: true })
  subtitle: string | null;

  @Part(() => MarkOrganisationDto)
  organisation: MarkOrganisationDto;

  @Moment()
  markedAt: string;
}

/** The record to mark. */
@InputDto('MarkRecord')
export class MarkRecordDto {
  @Id()
  id: string;
}

/** Records that were opened. */
@InputDto('RecentRecords')
export class RecentRecordsDto {
  @Id({ list: true, maxItems: 50, description: 'In the order they were opened; the last one stands first afterwards.' })
  ids: string[];
}
