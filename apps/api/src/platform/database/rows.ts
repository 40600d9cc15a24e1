import { Column, PrimaryColumn } from 'typeorm';

/** What every record has: a UUIDv7 made by the application, a version behind its ETag, and its times. */
export abstract class HouseRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('int', { default: 1 })
  version: number;

  @Column('datetime', { precision: 6 })
  createdAt: Date;

  @Column('datetime', { precision: 6 })
  updatedAt: Date;

  @Column('datetime', { precision: 6, nullable: true })
  archivedAt: Date | null;
}

/** A record of one organisation. */
export abstract class OrgRow extends HouseRow {
  @Column('uuid')
  organisationId: string;
}
