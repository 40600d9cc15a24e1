import { Choice, Dto, Id, InputDto, Int, Json, Moment, PartialDto, Text } from '@st0r/dto';
import { ORGANISATION_TYPES } from './organisation.entity';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const COLOUR = /^#[0-9a-f]{6}$/i;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const WEB = /^https?:\/\/\S+$/i;

/** A client organisation as people and integrators see it. */
@Dto('Organisation')
export class OrganisationDto {
  @Id()
  id: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 63, description: 'Name in addresses: /o/acme.' })
  slug: string;

  @Choice('OrganisationType', ORGANISATION_TYPES)
  type: string;

  @Text({ max: 255, optional: true })
  legalName: string | null;

  @Text({ max: 64, optional: true })
  taxId: string | null;

  @Text({ max: 255, optional: true })
  street: string | null;

  @Text({ max: 255, optional: true })
  street2: string | null;

  @Text({ max: 32, optional: true })
  postalCode: string | null;

  @Text({ max: 120, optional: true })
  city: string | null;

  @Text({ max: 120, optional: true })
  state: string | null;

  @Text({ max: 2, optional: true, description: 'ISO 3166-1 alpha-2.' })
  country: string | null;

  @Text({ max: 64, optional: true })
  phone: string | null;

  @Text({ max: 254, optional: true })
  email: string | null;

  @Text({ max: 500, optional: true })
  website: string | null;

  @Text({ max: 7 })
  colour: string;

  @Text({ max: 22, optional: true, description: 'Set where there is a logo, and another one with each new logo.' })
  logo: string | null;

  @Text({ max: 50_000, optional: true, description: 'What everybody must know before touching anything here.' })
  readMeFirst: string | null;

  @Text({ max: 50, list: true, optional: true })
  tags: string[] | null;

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

/** A new organisation. */
@InputDto('OrganisationCreate')
export class OrganisationCreateDto {
  @Text({ max: 255 })
  name: string;

  @Text({ max: 63, optional: true, pattern: SLUG, description: 'Made from the name when left out.' })
  slug?: string | null;

  @Choice('OrganisationType', ORGANISATION_TYPES, { optional: true })
  type?: (typeof ORGANISATION_TYPES)[number] | null;

  @Text({ max: 255, optional: true })
  legalName?: string | null;

  @Text({ max: 64, optional: true })
  taxId?: string | null;

  @Text({ max: 255, optional: true })
  street?: string | null;

  @Text({ max: 255, optional: true })
  street2?: string | null;

  @Text({ max: 32, optional: true })
  postalCode?: string | null;

  @Text({ max: 120, optional: true })
  city?: string | null;

  @Text({ max: 120, optional: true })
  state?: string | null;

  @Text({ max: 2, optional: true, pattern: /^[A-Z]{2}$/ })
  country?: string | null;

  @Text({ max: 64, optional: true })
  phone?: string | null;

  @Text({ max: 254, optional: true, pattern: EMAIL })
  email?: string | null;

  @Text({ max: 500, optional: true, pattern: WEB })
  website?: string | null;

  @Text({ max: 7, optional: true, pattern: COLOUR })
  colour?: string | null;

  @Text({ max: 50_000, optional: true })
  readMeFirst?: string | null;

  @Text({ max: 50, list: true, optional: true })
  tags?: string[] | null;
}

/** A change of an organisation; what is left out stays. */
@InputDto('OrganisationUpdate')
export class OrganisationUpdateDto extends PartialDto(OrganisationCreateDto) {}
