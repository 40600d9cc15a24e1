import {
  Choice,
  Day,
  Dto,
  Flag,
  Id,
  InputDto,
  Int,
  Json,
  ListOf,
  Moment,
  PartialDto,
  Part,
  Text,
  WriteOnlySecret,
} from '@st0r/dto';
import { RefDto } from '../../../platform/resource';
import { CREDENTIAL_FIELDS, CREDENTIAL_TYPES, FIELD_RULES, fieldsOfClass, spelled } from './credential-fields';
import { LINK_TYPES } from './credential-link.entity';

/** A record this credential opens or belongs to. */
@Dto('CredentialLink')
export class CredentialLinkDto {
  @Choice('CredentialLinkType', LINK_TYPES)
  type: string;

  @Id()
  id: string;
}

/** A record to link a credential to. */
@InputDto('CredentialLinkCreate')
export class CredentialLinkCreateDto {
  @Choice('CredentialLinkType', LINK_TYPES)
  type: (typeof LINK_TYPES)[number];

  @Id()
  id: string;
}

/** The readable fields of a credential: user name, address, hosts and the like; never a secret. */
export class CredentialIdentifiersDto {
  [field: string]: string | null;
}
for (const field of fieldsOfClass('I'))
  Text({ max: FIELD_RULES[field].max, optional: true })(CredentialIdentifiersDto.prototype, spelled(field));
Dto('CredentialIdentifiers')(CredentialIdentifiersDto);

/** All fields of a credential on their way in; which ones fit depends on its type. */
export class CredentialFieldsDto {
  [field: string]: string | null | undefined;
}
for (const field of CREDENTIAL_FIELDS) {
  const { class: kind, max } = FIELD_RULES[field];
  const declare = kind === 'S' ? WriteOnlySecret({ max, optional: true }) : Text({ max, optional: true });
  declare(CredentialFieldsDto.prototype, spelled(field));
}
InputDto('CredentialFields')(CredentialFieldsDto);

/** That a secret exists, and since when; not the secret. */
@Dto('CredentialSecretFacts')
export class CredentialSecretFactsDto {
  @Text({ max: 32, description: 'Name of the field, e.g. password; reveal it with POST.' })
  field: string;

  @Int({ description: 'One higher at each change.' })
  revision: number;

  @Moment()
  changedAt: string;
}

/** A credential as everybody with vault.item.read sees it. */
@Dto('Credential')
export class CredentialDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;

  @Choice('CredentialType', CREDENTIAL_TYPES)
  type: string;

  @Id({ optional: true })
  folderId: string | null;

  @Part(() => RefDto, { optional: true })
  folder: RefDto | null;

  @Text({ max: 50, list: true, optional: true })
  tags: string[] | null;

  @Day({ optional: true })
  expiresOn: string | null;

  @Part(() => CredentialIdentifiersDto)
  fields: CredentialIdentifiersDto;

  @ListOf(() => CredentialSecretFactsDto)
  secrets: CredentialSecretFactsDto[];

  @Text({ max: 32, list: true, description: 'Fields whose stored value does not open; have the vault verified.' })
  unreadable: string[];

  @Int({ optional: true, description: 'Score of the password, 0 (guessed at once) to 4; null without one.' })
  strength: number | null;

  @Int({ description: 'Other credentials of the same organisation with the same password.' })
  reusedCount: number;

  @Moment({ optional: true })
  secretChangedAt: string | null;

  @Int({ optional: true, description: 'Whole days since the password last changed.' })
  secretAgeDays: number | null;

  @ListOf(() => CredentialLinkDto)
  links: CredentialLinkDto[];

  @Json({ description: 'What you may do with this record.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment()
  updatedAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** A new credential. */
@InputDto('CredentialCreate')
export class CredentialCreateDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;

  @Choice('CredentialType', CREDENTIAL_TYPES, { optional: true })
  type?: string | null;

  @Id({ optional: true })
  folderId?: string | null;

  @Text({ max: 50, list: true, maxItems: 50, optional: true })
  tags?: string[] | null;

  @Day({ optional: true })
  expiresOn?: string | null;

  @Part(() => CredentialFieldsDto, { optional: true })
  fields?: CredentialFieldsDto | null;

  @Day({ optional: true, description: 'When the password was last changed, if it is older than this record.' })
  passwordChangedOn?: string | null;

  @ListOf(() => CredentialLinkCreateDto, { optional: true, maxItems: 50 })
  links?: CredentialLinkCreateDto[] | null;
}

/** A change of a credential; fields left out stay, null takes one away; links replace the whole set. */
@InputDto('CredentialUpdate')
export class CredentialUpdateDto extends PartialDto(CredentialCreateDto, ['organisationId', 'passwordChangedOn']) {}

/** Why a secret is needed; kept in the audit log. */
@InputDto('CredentialReveal')
export class CredentialRevealDto {
  @Text({ max: 500, optional: true })
  reason?: string | null;
}

/** A secret on its way to one pair of eyes. Never stored, never cached. */
@Dto('CredentialSecret')
export class CredentialSecretDto {
  @Text({ max: 1_048_576 })
  value: string;

  @Int()
  hideAfterSeconds: number;

  @Id({ description: 'The audit event of this act.' })
  revealId: string;
}

/** A one-time code, without its seed. */
@Dto('CredentialCode')
export class CredentialCodeDto {
  @Text({ max: 10 })
  code: string;

  @Int()
  secondsLeft: number;

  @Int()
  period: number;
}

/** Who changed which sealed fields when. */
@Dto('CredentialVersion')
export class CredentialVersionDto {
  @Int()
  revision: number;

  @Moment()
  createdAt: string;

  @Id({ optional: true })
  authorId: string | null;

  @Text({ max: 255, optional: true })
  authorName: string | null;

  @Text({ max: 32, list: true, description: 'Names of the fields changed in this version.' })
  changed: string[];

  @Text({ max: 32, list: true, description: 'Names of the fields the credential had afterwards.' })
  fields: string[];

  @Flag({ description: 'The present one.' })
  current: boolean;
}
