import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** What a place is used as. */
export const SITE_TYPES = [
  'office',
  'warehouse',
  'datacenter',
  'retail',
  'branch',
  'manufacturing',
  'coworking',
  'remote',
  'other',
] as const;

/** Whether a place is in use. */
export const SITE_STATUSES = ['active', 'inactive', 'planned', 'closed'] as const;

/** One stretch of a day, `09:00` to `17:30`; `24:00` is midnight at its end. */
export type OpeningSlot = { from: string; to: string };

/** Stretches per weekday; a missing or empty day is closed. */
export type OpeningHours = { [weekday: string]: OpeningSlot[] };

/** The driver hands decimals over as text. */
const DEGREES = {
  to: (value: unknown): unknown => value,
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
};

/** A place where a client works: an office, a shop, a data centre. */
@OrgOwned({
  noun: 'site',
  search: {
    permission: 'org.read',
    title: 'name',
    subtitle: ['city'],
    keywords: ['street', 'city', 'postalCode'],
    exact: ['phone'],
  },
})
export class SiteEntity extends OrgRow {
  @Column('varchar', { length: 255 })
  name: string;

  @Column('varchar', { length: 20 })
  type: (typeof SITE_TYPES)[number];

  @Column('varchar', { length: 20 })
  status: (typeof SITE_STATUSES)[number];

  @Column('varchar', { length: 255, nullable: true })
  street: string | null;

  @Column('varchar', { length: 255, nullable: true })
  street2: string | null;

  @Column('varchar', { length: 32, nullable: true })
  postalCode: string | null;

  @Column('varchar', { length: 120, nullable: true })
  city: string | null;

  @Column('varchar', { length: 120, nullable: true })
  state: string | null;

  @Column('char', { length: 2, nullable: true })
  country: string | null;

  @Column('varchar', { length: 64, nullable: true })
  timeZone: string | null;

  @Column('json', { nullable: true })
  openingHours: OpeningHours | null;

  @Column('varchar', { length: 64, nullable: true })
  phone: string | null;

  @Column('decimal', { precision: 9, scale: 6, nullable: true, transformer: DEGREES })
  latitude: number | null;

  @Column('decimal', { precision: 9, scale: 6, nullable: true, transformer: DEGREES })
  longitude: number | null;

  @Column('mediumtext', { nullable: true })
  notes: string | null;
}
