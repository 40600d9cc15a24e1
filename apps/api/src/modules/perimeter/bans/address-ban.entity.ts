import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';

/** An address fail2ban keeps away, or kept away once. The ban itself is fail2ban's; this is what it said. */
@HouseWide({ noun: 'address_ban', label: 'address', events: null })
export class AddressBanEntity extends HouseRow {
  @Column('varchar', { length: 45 })
  address: string;

  @Column('varchar', { length: 40 })
  jail: string;

  @Column('datetime', { precision: 6, nullable: true })
  liftedAt: Date | null;
}
