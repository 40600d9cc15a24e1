import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** What a number reaches. */
export const PHONE_KINDS = ['work', 'mobile', 'home', 'fax', 'other'] as const;

/** One number of a contact, written as people write it; `digits` is what a caller is found by. */
@OrgOwned({
  noun: 'contact_phone',
  label: 'number',
  events: null,
  search: { partOf: { type: 'contact', record: 'contactId' }, keywords: ['number'], exact: ['digits'] },
})
export class ContactPhoneEntity extends OrgRow {
  @Column('uuid')
  contactId: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 10 })
  kind: (typeof PHONE_KINDS)[number];

  @Column('varchar', { length: 40 })
  number: string;

  @Column('varchar', { length: 16, nullable: true })
  extension: string | null;

  @Column('varchar', { length: 40 })
  digits: string;
}
