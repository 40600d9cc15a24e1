import { Dto, Id, InputDto, Part, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';

/** A role in one organisation for everybody in a group. */
@Dto('GroupMapping')
export class GroupMappingDto {
  @Id()
  id: string;

  @Text({ max: 500, description: 'Value of the groups claim; * stands for everybody.' })
  group: string;

  @Part(() => RefDto)
  organisation: RefDto;

  @Part(() => RefDto)
  role: RefDto;
}

/** Gives a role to a group. */
@InputDto('GroupMappingCreate')
export class GroupMappingCreateDto {
  @Text({ max: 500 })
  group: string;

  @Id()
  organisationId: string;

  @Id()
  roleId: string;
}
