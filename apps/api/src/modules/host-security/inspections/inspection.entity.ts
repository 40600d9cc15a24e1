import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';
import type { Source } from '../reports/report';

/** One look at the packages of a machine or project, by one source. Its counts are what it saw, decided about or not. */
@HouseWide({ noun: 'inspection', label: 'subject', events: null })
export class InspectionEntity extends HouseRow {
  @Column('varchar', { length: 10 })
  source: Source;

  @Column('varchar', { length: 255 })
  subject: string;

  @Column('datetime', { precision: 6 })
  takenAt: Date;

  /** When the source itself was last told what is new. */
  @Column('datetime', { precision: 6, nullable: true })
  knownAt: Date | null;

  @Column('int', { nullable: true })
  packages: number | null;

  @Column('int', { nullable: true })
  updates: number | null;

  @Column('int')
  critical: number;

  @Column('int')
  high: number;

  @Column('int')
  medium: number;

  @Column('int')
  low: number;

  @Column('int')
  unrated: number;

  /** Weaknesses the inspection before did not see, and those it saw that are no more. */
  @Column('int')
  appeared: number;

  @Column('int')
  vanished: number;

  /** Why it could not look. */
  @Column('varchar', { length: 500, nullable: true })
  problem: string | null;
}
