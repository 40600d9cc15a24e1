import { Column, PrimaryColumn } from 'typeorm';
import { HouseWide } from '../database';

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Quick jobs never wait behind long ones: each pace has places of its own. */
export const PACES = ['quick', 'long'] as const;
export type Pace = (typeof PACES)[number];

/** A job as it stands in the table. Only the statements of this folder write it, so that two workers cannot share one. */
@HouseWide({ noun: 'job', label: 'name', events: null })
export class JobEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 60 })
  name: string;

  @Column('varchar', { length: 8 })
  pace: Pace;

  @Column('varchar', { length: 10 })
  state: JobState;

  /** What it is about in a few words, for the person who asked. */
  @Column('varchar', { length: 255, nullable: true })
  subject: string | null;

  /** Sealed; gone once the job is done. */
  @Column('longblob', { nullable: true })
  input: Buffer | null;

  @Column('varchar', { length: 12 })
  actorType: string;

  @Column('uuid')
  actorId: string;

  @Column('varchar', { length: 255 })
  actorName: string;

  /** The one organisation it may touch, or null for none or all of the actor's. */
  @Column('uuid', { nullable: true })
  actsIn: string | null;

  @Column('varchar', { length: 64 })
  requestId: string;

  /** While it waits or runs no second job of the same name has this key. */
  @Column('varchar', { length: 120, nullable: true })
  uniqueKey: string | null;

  @Column('datetime', { precision: 6 })
  dueAt: Date;

  @Column('int', { default: 0 })
  attempt: number;

  @Column('int')
  attempts: number;

  @Column('uuid', { nullable: true })
  worker: string | null;

  @Column('datetime', { precision: 6, nullable: true })
  leaseUntil: Date | null;

  /** When its id was last put into Redis; without Redis never. */
  @Column('datetime', { precision: 6, nullable: true })
  handedAt: Date | null;

  @Column('tinyint', { default: 0 })
  cancelAsked: number;

  @Column('bigint', { nullable: true })
  progressDone: string | null;

  @Column('bigint', { nullable: true })
  progressTotal: string | null;

  @Column('varchar', { length: 40, nullable: true })
  progressUnit: string | null;

  @Column('varchar', { length: 255, nullable: true })
  progressMessage: string | null;

  @Column('longtext', { nullable: true })
  result: string | null;

  @Column('longtext', { nullable: true })
  problems: string | null;

  @Column('varchar', { length: 80, nullable: true })
  errorCode: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  errorDetail: string | null;

  @Column('datetime', { precision: 6 })
  createdAt: Date;

  @Column('datetime', { precision: 6, nullable: true })
  startedAt: Date | null;

  @Column('datetime', { precision: 6, nullable: true })
  finishedAt: Date | null;

  @Column('datetime', { precision: 6, nullable: true })
  expiresAt: Date | null;

  @Column('datetime', { precision: 6 })
  changedAt: Date;
}
