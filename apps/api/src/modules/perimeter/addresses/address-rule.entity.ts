import { Column } from 'typeorm';
import type { Area } from '../../../platform/authorize';
import { HouseRow, HouseWide } from '../../../platform/database';

export const EFFECTS = ['allow', 'deny'] as const;
export type Effect = (typeof EFFECTS)[number];

/** A block of addresses that is let into an area, or kept out of it. */
@HouseWide({ noun: 'address_rule', label: 'network', events: 'admin' })
export class AddressRuleEntity extends HouseRow {
  @Column('varchar', { length: 49 })
  network: string;

  @Column('varchar', { length: 10 })
  effect: Effect;

  @Column('varchar', { length: 10 })
  area: Area;

  @Column('varchar', { length: 200, nullable: true })
  note: string | null;

  /** From then on the rule counts for nothing. */
  @Column('datetime', { precision: 6, nullable: true })
  expiresAt: Date | null;
}
