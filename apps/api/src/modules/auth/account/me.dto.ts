import { Choice, Dto, Flag, Id, InputDto, Int, Json, ListOf, Moment, Part, Text, WriteOnlySecret } from '@st0r/dto';
import { PasskeyAnswerDto } from '../passkeys/passkey.dto';

/** How one's own account is protected. */
@Dto('MyMfa')
export class MyMfaDto {
  @Flag({
    description:
      'A password signs this person in here; false where a connection or a directory does instead, even if one is still kept.',
  })
  password: boolean;

  @Flag()
  totp: boolean;

  @Int()
  passkeys: number;

  @Int()
  recoveryCodesLeft: number;

  @Flag({ description: 'A second factor is demanded of this account.' })
  demanded: boolean;

  @Flag({ description: 'It must be a passkey.' })
  passkeyDemanded: boolean;
}

/** An organisation one has a role in. */
@Dto('MyOrganisation')
export class MyOrganisationDto {
  @Id()
  id: string;

  @Text({ max: 63 })
  slug: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 7 })
  colour: string;

  @Text({ max: 22, optional: true, description: 'Set where there is a logo.' })
  logo: string | null;

  @Text({ max: 40, list: true })
  permissions: string[];
}

/** With whose rights the person looks instead of their own. */
@Dto('MySight')
export class MySightDto {
  @Choice('SightKind', ['person', 'role'])
  kind: string;

  @Id()
  id: string;

  @Text({ max: 120, description: 'The person or role.' })
  name: string;

  @Id()
  organisationId: string;

  @Text({ max: 255 })
  organisation: string;

  @Moment()
  until: string;

  @Int({ description: 'Seconds until then, by the clock of the server.' })
  secondsLeft: number;

  @Int({ description: 'Permissions of theirs that the person does not hold, and does not look with.' })
  leftOut: number;
}

/** The person signed in. */
@Dto('Me')
export class MeDto {
  @Id()
  id: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 254 })
  email: string;

  @Flag()
  platformAdmin: boolean;

  @Choice('SessionScope', ['full', 'enrolment'])
  sessionScope: string;

  @Part(() => MyMfaDto)
  mfa: MyMfaDto;

  @ListOf(() => MyOrganisationDto, { maxItems: 10_000 })
  organisations: MyOrganisationDto[];

  @Part(() => MySightDto, { optional: true, description: 'Set while looking with the rights of somebody else.' })
  sight: MySightDto | null;

  @Json({ optional: true })
  preferences: Record<string, unknown> | null;
}

/** Theme, density, keys, columns by list and the like; opaque to the server, 64 KiB at most in all. What is null is removed. */
@InputDto('Preferences')
export class PreferencesDto {
  @Json()
  preferences: Record<string, unknown>;
}

/** A new password for one's own account. */
@InputDto('PasswordChange')
export class PasswordChangeDto {
  @WriteOnlySecret({ max: 1000 })
  current: string;

  @WriteOnlySecret({ max: 1000 })
  next: string;

  @WriteOnlySecret({ max: 20, optional: true })
  code?: string | null;

  @Part(() => PasskeyAnswerDto, { optional: true })
  passkey?: PasskeyAnswerDto | null;
}

/** A started enrolment; the seed is shown this once. */
@Dto('TotpEnrolment')
export class TotpEnrolmentDto {
  @Text({ max: 500 })
  otpauthUri: string;

  @Text({ max: 100, description: 'Base32 seed for typing it in.' })
  secret: string;
}

/** Two consecutive codes prove that the phone counts like we do. */
@InputDto('TotpConfirmation')
export class TotpConfirmationDto {
  @Text({ max: 10, list: true, maxItems: 2 })
  codes: string[];
}

/** Recovery codes, shown once. */
@Dto('RecoveryCodes')
export class RecoveryCodesDto {
  @Text({ max: 40, list: true })
  recoveryCodes: string[];
}
