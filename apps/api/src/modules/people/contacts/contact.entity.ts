import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** A person at a client. `personId` is the human being: the same person at two clients is two contacts of one person. */
@OrgOwned({
  noun: 'contact',
  search: {
    permission: 'org.read',
    title: 'name',
    subtitle: ['title', 'email'],
    keywords: ['sortName', 'email', 'otherEmails', 'department', 'tags'],
    exact: ['email'],
    people: true,
  },
})
export class ContactEntity extends OrgRow {
  @Column('uuid')
  personId: string;

  /** The whole name as it is written to the person. */
  @Column('varchar', { length: 255 })
  name: string;

  @Column('varchar', { length: 120, nullable: true })
  firstName: string | null;

  @Column('varchar', { length: 120, nullable: true })
  lastName: string | null;

  /** How the name is filed: a reading for scripts that do not sort by sound, otherwise "last first". */
  @Column('varchar', { length: 255 })
  sortName: string;

  @Column('varchar', { length: 120, nullable: true })
  title: string | null;

  @Column('varchar', { length: 120, nullable: true })
  department: string | null;

  /** The address to write to; `otherEmails` hold the rest. */
  @Column('varchar', { length: 254, nullable: true })
  email: string | null;

  @Column('json', { nullable: true })
  otherEmails: string[] | null;

  @Column('boolean', { name: 'is_primary' })
  primary: boolean;

  @Column('boolean', { name: 'is_billing' })
  billing: boolean;

  @Column('boolean', { name: 'is_technical' })
  technical: boolean;

  @Column('mediumtext', { nullable: true })
  notes: string | null;

  @Column('json', { nullable: true })
  tags: string[] | null;

  @Column('uuid', { nullable: true })
  siteId: string | null;
}
