import { Dto, Flag, InputDto, Part, Text, WriteOnlySecret } from '@st0r/dto';

/** Whether the first-run wizard is open. */
@Dto('SetupState')
export class SetupStateDto {
  @Flag()
  open: boolean;
}

/** The provider's own organisation. */
@InputDto('SetupOrganisation')
export class SetupOrganisationDto {
  @Text({ max: 255 })
  name: string;
}

/** The first person and what they start with. */
@InputDto('Setup')
export class SetupDto {
  @WriteOnlySecret({ max: 100 })
  token: string;

  @Text({ max: 254, pattern: /^[^\s@]+@[^\s@]+$/ })
  email: string;

  @Text({ max: 120 })
  name: string;

  @WriteOnlySecret({ max: 1000 })
  password: string;

  @Part(() => SetupOrganisationDto, { optional: true })
  organisation?: SetupOrganisationDto | null;
}
