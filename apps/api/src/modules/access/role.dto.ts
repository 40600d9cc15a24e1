import { Dto, Flag, Id, InputDto, Int, Json, Moment, PartialDto, Text } from '@st0r/dto';
import { PERMISSIONS } from '../../platform/authorize';

/** A named set of permissions. */
@Dto('Role')
export class RoleDto {
  @Id()
  id: string;

  @Text({ max: 80 })
  name: string;

  @Text({ max: 300, optional: true })
  description: string | null;

  @Text({ max: 20, optional: true, description: 'Code of a template of the house; templates cannot be changed.' })
  template: string | null;

  @Flag({ description: 'Whoever holds this role must have a second factor.' })
  requireMfa: boolean;

  // Codes hold dots, which GraphQL enums cannot; the grammar still refuses unknown ones.
  @Text({ max: 40, list: true })
  permissions: string[];

  @Json()
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** A new role. */
@InputDto('RoleCreate')
export class RoleCreateDto {
  @Text({ max: 80 })
  name: string;

  @Text({ max: 300, optional: true })
  description?: string | null;

  @Flag({ optional: true })
  requireMfa?: boolean | null;

  @Text({ max: 40, list: true, maxItems: PERMISSIONS.length })
  permissions: string[];
}

/** A change of a role. */
@InputDto('RoleUpdate')
export class RoleUpdateDto extends PartialDto(RoleCreateDto) {}

/** A permission with its plain sentence. */
@Dto('PermissionText')
export class PermissionTextDto {
  @Text({ max: 40 })
  code: string;

  @Text({ max: 80 })
  group: string;

  @Text({ max: 300 })
  sentence: string;

  @Flag({ description: 'An API key may hold it as a scope.' })
  grantable: boolean;
}
