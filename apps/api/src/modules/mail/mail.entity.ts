import { Column, PrimaryColumn } from 'typeorm';
import { HouseWide } from '../../platform/database';

/** `bounced`: the server refuses it for good. `failed`: it could not be handed over however often we tried. */
export const MAIL_STATES = ['queued', 'sent', 'bounced', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** One mail to one person, without what it says. */
@HouseWide({ noun: 'mail', label: 'subject', events: null })
export class MailEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 254 })
  recipient: string;

  @Column('varchar', { length: 40 })
  template: string;

  @Column('varchar', { length: 255 })
  subject: string;

  @Column('varchar', { length: 10 })
  state: MailState;

  @Column('int', { default: 0 })
  tries: number;

  /** What the mail server said last, in its words or ours. */
  @Column('varchar', { length: 500, nullable: true })
  answer: string | null;

  @Column('uuid', { nullable: true })
  jobId: string | null;

  @Column('datetime', { precision: 6 })
  createdAt: Date;

  @Column('datetime', { precision: 6, nullable: true })
  sentAt: Date | null;
}
