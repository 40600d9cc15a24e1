import { Column } from 'typeorm';
import { HouseRow, OrgOwned } from '../../platform/database';

/** What a client is to the provider. */
export const ORGANISATION_TYPES = [
  'fully_managed',
  'co_managed',
  'break_fix',
  'consulting',
  'project_based',
  'internal',
  'prospect',
  'other',
] as const;

/** A client of the provider, or the provider itself; the boundary nothing crosses. */
@OrgOwned({
  noun: 'organisation',
  events: 'organisation',
  scopedBy: 'id',
  readFirst: true,
  search: {
    permission: 'org.read',
    title: 'name',
    subtitle: ['city'],
    keywords: ['slug', 'legalName', 'city', 'tags'],
    people: true,
  },
})
export class OrganisationEntity extends HouseRow {
  @Column('varchar', { length: 255 })
  name: string;

  @Column('varchar', { length: 63 })
  slug: string;

  @Column('varchar', { length: 20 })
  type: (typeof ORGANISATION_TYPES)[number];

  @Column('varchar', { length: 255, nullable: true })
  legalName: string | null;

  @Column('varchar', { length: 64, nullable: true })
  taxId: string | null;

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
  phone: string | null;

  @Column('varchar', { length: 254, nullable: true })
  email: string | null;

  @Column('varchar', { length: 500, nullable: true })
  website: string | null;

  /** Seven characters, `#0b7285`: the bar on every screen of this client. */
  @Column('char', { length: 7 })
  colour: string;

  /** Names the content of the logo; null without one. */
  @Column('varchar', { length: 22, nullable: true })
  logo: string | null;

  @Column('mediumtext', { nullable: true })
  readMeFirst: string | null;

  @Column('json', { nullable: true })
  tags: string[] | null;
}
