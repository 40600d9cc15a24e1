import { Dto, Id, Moment, Text } from '@st0r/dto';

/** An organisation's name tag: what an administrator without a role in it may know. */
@Dto('OrganisationSummary')
export class OrganisationSummaryDto {
  @Id()
  id: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 63 })
  slug: string;

  @Text({ max: 7 })
  colour: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}
