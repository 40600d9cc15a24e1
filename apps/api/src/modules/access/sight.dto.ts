import { Id, InputDto } from '@st0r/dto';

/** Whose rights to look with, in one organisation: those of a person or those of a role. */
@InputDto('SightStart')
export class SightStartDto {
  @Id()
  organisationId: string;

  @Id({ optional: true, description: 'A person with a role there.' })
  userId?: string | null;

  @Id({ optional: true, description: 'A role, instead of a person.' })
  roleId?: string | null;
}
