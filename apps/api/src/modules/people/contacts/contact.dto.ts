import { Choice, Dto, Flag, Id, InputDto, Int, Json, ListOf, Moment, Part, PartialDto, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';
import { PHONE_KINDS } from './contact-phone.entity';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
// Digits with the marks people write between them; at least three digits, so that a caller can be found by them.
const NUMBER = /^\+?(?:[\s().\-/]*\d){3,20}[\s().\-/]*$/;

/** One phone number of a contact. */
@Dto('ContactPhone')
export class ContactPhoneDto {
  @Choice('PhoneKind', PHONE_KINDS)
  kind: string;

  @Text({ max: 40 })
  number: string;

  @Text({ max: 16, optional: true })
  extension: string | null;
}

/** A person at a client. */
@Dto('Contact')
export class ContactDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Id({ description: 'The human being; contacts of the same person at other clients share it.' })
  personId: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 120, optional: true })
  firstName: string | null;

  @Text({ max: 120, optional: true })
  lastName: string | null;

  @Text({ max: 255, description: 'How the name is filed and read out.' })
  sortName: string;

  @Text({ max: 120, optional: true })
  title: string | null;

  @Text({ max: 120, optional: true })
  department: string | null;

  @Text({ max: 254, optional: true })
  email: string | null;

  @Text({ max: 254, list: true, optional: true })
  otherEmails: string[] | null;

  @ListOf(() => ContactPhoneDto)
  phones: ContactPhoneDto[];

  @Flag({ description: 'The one to ask first.' })
  primary: boolean;

  @Flag({ description: 'Receives invoices.' })
  billing: boolean;

  @Flag({ description: 'Decides technical questions.' })
  technical: boolean;

  @Text({ max: 50_000, optional: true, trim: false })
  notes: string | null;

  @Text({ max: 50, list: true, optional: true })
  tags: string[] | null;

  @Id({ optional: true })
  siteId: string | null;

  @Part(() => RefDto, { optional: true })
  site: RefDto | null;

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

/** A phone number as it is typed in. */
@InputDto('ContactPhoneInput')
export class ContactPhoneInputDto {
  @Choice('PhoneKind', PHONE_KINDS, { optional: true, description: 'work when left out.' })
  kind?: (typeof PHONE_KINDS)[number] | null;

  @Text({ max: 40, pattern: NUMBER })
  number: string;

  @Text({ max: 16, optional: true, pattern: /^[\d*#,]+$/ })
  extension?: string | null;
}

/** A new contact: `name`, or `firstName` and `lastName`, from which the name is made. */
@InputDto('ContactCreate')
export class ContactCreateDto {
  @Id()
  organisationId: string;

  @Text({ max: 255, optional: true })
  name?: string | null;

  @Text({ max: 120, optional: true })
  firstName?: string | null;

  @Text({ max: 120, optional: true })
  lastName?: string | null;

  @Text({ max: 255, optional: true, description: 'Made from the name when left out.' })
  sortName?: string | null;

  @Text({ max: 120, optional: true })
  title?: string | null;

  @Text({ max: 120, optional: true })
  department?: string | null;

  @Text({ max: 254, optional: true, pattern: EMAIL })
  email?: string | null;

  @Text({ max: 254, list: true, maxItems: 10, optional: true, pattern: EMAIL })
  otherEmails?: string[] | null;

  @ListOf(() => ContactPhoneInputDto, { optional: true, maxItems: 20, description: 'Replaces all numbers.' })
  phones?: ContactPhoneInputDto[] | null;

  @Flag({ optional: true })
  primary?: boolean | null;

  @Flag({ optional: true })
  billing?: boolean | null;

  @Flag({ optional: true })
  technical?: boolean | null;

  @Text({ max: 50_000, optional: true, trim: false })
  notes?: string | null;

  @Text({ max: 50, list: true, maxItems: 50, optional: true })
  tags?: string[] | null;

  @Id({ optional: true })
  siteId?: string | null;
}

/** A change of a contact; what is left out stays. */
@InputDto('ContactUpdate')
export class ContactUpdateDto extends PartialDto(ContactCreateDto, ['organisationId']) {}

/** Where else a person is to be a contact. */
@InputDto('ContactAttach')
export class ContactAttachDto {
  @Id({ description: 'The other organisation; you need contact.write there as well.' })
  organisationId: string;

  @Text({ max: 120, optional: true, description: 'What the person does there.' })
  title?: string | null;

  @Id({ optional: true, description: 'A site of the other organisation.' })
  siteId?: string | null;
}
