import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';

/** A maker of things, known to the whole installation. */
@HouseWide({ noun: 'manufacturer', events: 'admin' })
export class ManufacturerEntity extends HouseRow {
  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 500, nullable: true })
  website: string | null;

  @Column('varchar', { length: 500, nullable: true })
  supportUrl: string | null;

  @Column('varchar', { length: 64, nullable: true })
  supportPhone: string | null;
}
