import { Choice, Dto, Flag, Id, Json, ListOf, Moment, Text } from '@st0r/dto';
import { GroupMappingDto } from '../mappings/group-mapping.dto';

/** A test under way: where to go for it. */
@Dto('ConnectionTestStart')
export class ConnectionTestStartDto {
  @Id()
  id: string;

  @Text({ max: 8000 })
  location: string;
}

/** What came of a test. Nothing of it is kept for longer than the attempt. */
@Dto('ConnectionTest')
export class ConnectionTestDto {
  @Choice('ConnectionTestState', ['pending', 'passed', 'refused', 'gone'])
  state: string;

  @Text({ max: 40, optional: true, description: 'Why it was refused.' })
  reason: string | null;

  @Text({ max: 1000, optional: true, description: 'The reason in words, with what to do.' })
  sentence: string | null;

  @Text({ max: 40, optional: true, description: 'The setting to look at.' })
  pointer: string | null;

  @Json({ optional: true, description: 'As the provider sent them.' })
  claims: Record<string, unknown> | null;

  @Text({ max: 1024, optional: true })
  subject: string | null;

  @Text({ max: 254, optional: true })
  email: string | null;

  @Text({ max: 120, optional: true })
  name: string | null;

  @Text({ max: 500, list: true, maxItems: 20_000, optional: true })
  groups: string[] | null;

  @Choice('ConnectionTestPerson', ['known', 'new', 'refused'], { optional: true })
  person: string | null;

  @Text({ max: 1000, optional: true, description: 'Whose account it is, or why there is none.' })
  personSentence: string | null;

  @ListOf(() => GroupMappingDto, { optional: true, maxItems: 5000 })
  roles: GroupMappingDto[] | null;

  @Flag({ optional: true, description: 'The second factor at the provider would be enough.' })
  secondFactorThere: boolean | null;

  @Moment({ optional: true })
  authTime: string | null;
}

/** Whether the other side is there and speaks what we expect. */
@Dto('ConnectionCheck')
export class ConnectionCheckDto {
  @Flag()
  works: boolean;

  @Text({ max: 40, optional: true })
  reason: string | null;

  @Text({ max: 1000, optional: true })
  sentence: string | null;

  @Text({ max: 40, optional: true })
  pointer: string | null;
}
