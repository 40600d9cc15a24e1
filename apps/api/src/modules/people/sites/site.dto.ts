import { Choice, Decimal, Dto, Id, InputDto, Int, Json, Moment, PartialDto, Text } from '@st0r/dto';
import { SITE_STATUSES, SITE_TYPES } from './site.entity';

const COUNTRY = /^[A-Z]{2}$/;

/** A place where a client works. */
@Dto('Site')
export class SiteDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;

  @Choice('SiteType', SITE_TYPES)
  type: string;

  @Choice('SiteStatus', SITE_STATUSES)
  status: string;

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

  @Text({ max: 64, optional: true, description: 'IANA name, e.g. Europe/Berlin.' })
  timeZone: string | null;

  @Json({ optional: true, description: '{"monday": [{"from": "09:00", "to": "17:30"}]}; a missing day is closed.' })
  openingHours: object | null;

  @Text({ max: 64, optional: true })
  phone: string | null;

  @Decimal({ optional: true })
  latitude: number | null;

  @Decimal({ optional: true })
  longitude: number | null;

  @Text({ max: 50_000, optional: true, trim: false })
  notes: string | null;

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

/** A new site. */
@InputDto('SiteCreate')
export class SiteCreateDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;

  @Choice('SiteType', SITE_TYPES, { optional: true, description: 'office when left out.' })
  type?: (typeof SITE_TYPES)[number] | null;

  @Choice('SiteStatus', SITE_STATUSES, { optional: true, description: 'active when left out.' })
  status?: (typeof SITE_STATUSES)[number] | null;

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

  @Text({ max: 2, optional: true, pattern: COUNTRY })
  country?: string | null;

  @Text({ max: 64, optional: true })
  timeZone?: string | null;

  @Json({ optional: true })
  openingHours?: Record<string, unknown> | null;

  @Text({ max: 64, optional: true })
  phone?: string | null;

  @Decimal({ optional: true, min: -90, max: 90 })
  latitude?: number | null;

  @Decimal({ optional: true, min: -180, max: 180 })
  longitude?: number | null;

  @Text({ max: 50_000, optional: true, trim: false })
  notes?: string | null;
}

/** A change of a site; what is left out stays. */
@InputDto('SiteUpdate')
export class SiteUpdateDto extends PartialDto(SiteCreateDto, ['organisationId']) {}
