import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../platform/database';

/** Only `active` counts: an invited or disabled person has no right anywhere. */
export const USER_STATES = ['invited', 'active', 'disabled'] as const;

/** A person with an account. */
@HouseWide({ noun: 'user', table: 'user_account', events: 'admin' })
export class UserEntity extends HouseRow {
  @Column('varchar', { length: 254 })
  email: string;

  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 10 })
  state: (typeof USER_STATES)[number];

  @Column('boolean')
  platformAdmin: boolean;

  /** A second factor is demanded of this person whatever the general rule says. */
  @Column('boolean')
  requireMfa: boolean;

  /** Rises with every change of rights; a cached permission set of an older epoch is a miss. */
  @Column('int')
  authzEpoch: number;

  @Column('json', { nullable: true })
  preferences: Record<string, unknown> | null;
}
