import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';
import type { Kind, Severity, Source } from '../reports/report';
import type { Decision } from './weakness-state';

/** Something a source says against a package here, from when it was first seen until it is seen no more. */
@HouseWide({ noun: 'weakness', label: 'package', events: null })
export class WeaknessEntity extends HouseRow {
  @Column('varchar', { length: 10 })
  source: Source;

  @Column('varchar', { length: 255 })
  subject: string;

  /** What makes it the same one in the next inspection: kind, package, installed version of a project, and reference. */
  @Column('binary', { length: 32 })
  identity: Buffer;

  @Column('varchar', { length: 20 })
  kind: Kind;

  @Column('varchar', { length: 10 })
  severity: Severity;

  /** 4 for critical down to 0 for unrated, so that lists can begin with the worst. */
  @Column('tinyint')
  severityRank: number;

  @Column('varchar', { length: 200 })
  package: string;

  @Column('varchar', { length: 200, nullable: true })
  installed: string | null;

  @Column('varchar', { length: 200, nullable: true })
  fixedIn: string | null;

  @Column('varchar', { length: 200, nullable: true })
  reference: string | null;

  @Column('varchar', { length: 300 })
  title: string;

  @Column('varchar', { length: 500, nullable: true })
  url: string | null;

  @Column('datetime', { precision: 6 })
  firstSeenAt: Date;

  @Column('datetime', { precision: 6 })
  lastSeenAt: Date;

  @Column('datetime', { precision: 6, nullable: true })
  goneAt: Date | null;

  @Column('varchar', { length: 10, nullable: true })
  decision: Decision | null;

  @Column('varchar', { length: 500, nullable: true })
  reason: string | null;

  @Column('datetime', { precision: 6, nullable: true })
  decidedUntil: Date | null;

  @Column('datetime', { precision: 6, nullable: true })
  decidedAt: Date | null;

  @Column('varchar', { length: 255, nullable: true })
  decidedName: string | null;
}
