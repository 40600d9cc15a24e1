import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../platform/database';

/** A person's role in one organisation, for a time. Several roles add up; there are no roles that deny. */
@OrgOwned({ noun: 'membership', label: 'userName', events: 'permission', readFirst: true })
export class MembershipEntity extends OrgRow {
  @Column('uuid')
  userId: string;

  @Column('uuid')
  roleId: string;

  @Column('varchar', { length: 120 })
  userName: string;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validUntil: string | null;

  @Column('varchar', { length: 10 })
  source: 'local' | 'sso' | 'ldap';

  /** The connection whose groups gave this role; null for one given by hand. */
  @Column('uuid', { nullable: true })
  connectionId: string | null;
}
