import { Choice, Dto, Flag, Id, InputDto, Int, ListOf, Moment, Text } from '@st0r/dto';
import { BACKUP_STATES, type BackupState } from './books/backup-book.service';
import type { KnownTarget } from './books/target-book.service';
import { RECIPIENT_KINDS, type RecipientKind } from './books/recipients.service';

/** Somebody who may open backups. */
@Dto('BackupRecipient')
export class BackupRecipientDto {
  @Id()
  id: string;

  @Choice('BackupHalf', RECIPIENT_KINDS, { description: 'What their key opens; nobody’s opens both.' })
  kind: RecipientKind;

  @Text({ max: 120, description: 'Whose key it is.' })
  name: string;

  @Text({ max: 120, description: 'The public half of their key (age).' })
  recipient: string;

  @Moment()
  addedAt: string;

  @Text({ max: 255 })
  addedName: string;
}

/** Who is to open backups from the next one on. */
@InputDto('BackupRecipientCreate')
export class BackupRecipientCreateDto {
  @Choice('BackupHalf', RECIPIENT_KINDS)
  kind: RecipientKind;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 120, description: 'The public half of their key: age1…' })
  recipient: string;
}

/** A backup that was made, or failed. */
@Dto('BackupRun')
export class BackupRunDto {
  @Id()
  id: string;

  @Text({ max: 40 })
  name: string;

  @Choice('BackupState', BACKUP_STATES)
  state: BackupState;

  @Int({ max: Number.MAX_SAFE_INTEGER, description: 'Length of both halves as they lie there.' })
  bytes: number;

  @Int({ max: Number.MAX_SAFE_INTEGER })
  rows: number;

  @Moment()
  startedAt: string;

  @Moment({ optional: true })
  madeAt: string | null;

  @Moment({ optional: true, description: 'When it was last put back and proved.' })
  verifiedAt: string | null;

  @Int({ optional: true, description: 'How long that took, in milliseconds.' })
  restoreMs: number | null;

  @Text({ max: 1000, optional: true })
  problem: string | null;

  @Moment({ optional: true, description: 'When it was removed by the rules.' })
  removedAt: string | null;
}

/** How a target is reached. */
export const TARGET_KINDS = ['folder', 's3', 'sftp'] as const;

/** A place backups lie at, and what was found there the last time. */
@Dto('BackupTarget')
export class BackupTargetDto {
  @Choice('BackupHalf', RECIPIENT_KINDS, { description: 'Which half lies there.' })
  half: RecipientKind;

  @Choice('BackupTargetKind', TARGET_KINDS)
  kind: KnownTarget['kind'];

  @Text({ max: 1000, description: 'Its name, without any secret.' })
  place: string;

  @Text({
    max: 100,
    description: 'What stays there: the newest of so many days, weeks and months, or all of so many days.',
  })
  keep: string;

  @Moment({ optional: true, description: 'When somebody last looked; nobody has while it is absent.' })
  lookedAt: string | null;

  @Text({ max: 1000, optional: true, description: 'Why it could not be reached then.' })
  problem: string | null;

  @Int({ description: 'Whole backups that lay there.' })
  backups: number;

  @Moment({ optional: true, description: 'When the newest of them that was proved was made.' })
  verifiedFrom: string | null;
}

/** What an administrator has to know about backups. */
@Dto('BackupOverview')
export class BackupOverviewDto {
  @ListOf(() => BackupTargetDto)
  targets: BackupTargetDto[];

  @Moment({ optional: true, description: 'When the newest backup that was put back and proved was made.' })
  verifiedFrom: string | null;

  @Flag({ description: 'What was made in the last 36 hours is in no backup that was proved.' })
  tooOld: boolean;

  @Flag({ description: 'Somebody may open each of the two halves.' })
  openable: boolean;

  @Flag({ description: 'A half lies in the data folder, on the same disk as the installation.' })
  onOwnDisk: boolean;

  @Flag({ description: 'One waits for a worker or is being made.' })
  making: boolean;

  @Moment({ optional: true, description: 'When the next one is made by itself.' })
  nextAt: string | null;

  @ListOf(() => BackupRecipientDto)
  recipients: BackupRecipientDto[];

  @ListOf(() => BackupRunDto)
  runs: BackupRunDto[];
}

/** A backup that will be made as soon as a worker is free. */
@Dto('BackupRequest')
export class BackupRequestDto {
  @Id({ description: 'The job that makes it.' })
  jobId: string;
}
