import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../platform/database';

/** A named set of permissions, the same in every organisation. */
@HouseWide({ noun: 'role', events: 'permission' })
export class RoleEntity extends HouseRow {
  @Column('varchar', { length: 80 })
  name: string;

  @Column('varchar', { length: 300, nullable: true })
  description: string | null;

  /** Code of a template of the house; null for a role made here. Templates cannot be changed. */
  @Column('varchar', { length: 20, nullable: true })
  template: string | null;

  /** Whoever holds this role must have a second factor. */
  @Column('boolean')
  requireMfa: boolean;

  @Column('json')
  permissions: string[];
}
