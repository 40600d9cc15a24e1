import { Column, PrimaryColumn } from 'typeorm';
import { OrgOwned } from '../../../platform/database';

/** An event as the explorer reads it. Nothing here is ever written through an entity: the unit of work writes events. */
@OrgOwned({ noun: 'event', label: 'action', events: null })
export class EventEntity {
  @PrimaryColumn('bigint', { unsigned: true, generated: 'increment' })
  n: string;

  @Column('uuid', { unique: true })
  id: string;

  @Column('datetime', { precision: 6, default: () => "'1970-01-01 00:00:00'" })
  occurredAt: Date;

  @Column('datetime', { precision: 6 })
  recordedAt: Date;

  @Column('varchar', { length: 20 })
  category: string;

  @Column('varchar', { length: 80 })
  action: string;

  @Column('varchar', { length: 10 })
  outcome: string;

  @Column('varchar', { length: 12 })
  actorType: string;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('varchar', { length: 255, nullable: true })
  actorName: string | null;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('varchar', { length: 40, nullable: true })
  targetType: string | null;

  @Column('uuid', { nullable: true })
  targetId: string | null;

  @Column('varchar', { length: 255, nullable: true })
  targetLabel: string | null;

  @Column('varchar', { length: 45, nullable: true })
  ip: string | null;

  @Column('varchar', { length: 255, nullable: true })
  userAgent: string | null;

  @Column('varchar', { length: 64 })
  requestId: string;

  @Column('longtext', { nullable: true })
  changes: string | null;

  @Column('longtext', { nullable: true })
  details: string | null;

  @Column('char', { length: 16 })
  node: string;

  @Column('bigint', { unsigned: true })
  nodeSeq: string;

  @Column('binary', { length: 32 })
  mac: Buffer;
}
