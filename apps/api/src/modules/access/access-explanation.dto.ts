import { Dto, Id, Text } from '@st0r/dto';

/** One permission a person holds in one organisation, and through which roles. */
@Dto('AccessExplanation')
export class AccessExplanationDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  organisation: string;

  @Text({ max: 40 })
  permission: string;

  @Text({ max: 300 })
  sentence: string;

  @Text({ max: 80, list: true, description: 'Names of the roles that give it; several add up.' })
  through: string[];

  @Text({ max: 300, optional: true, description: 'Why it does not count right now; null when it does.' })
  butNot: string | null;
}
