import { Dto, Id, Text } from '@st0r/dto';

/** A related record, enough to show and to link it. */
@Dto('Ref')
export class RefDto {
  @Id()
  id: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 40, description: 'Noun of the related record, e.g. asset.' })
  type: string;
}
