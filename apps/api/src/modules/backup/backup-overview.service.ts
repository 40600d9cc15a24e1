import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Sql } from '../../platform/database';
import { EventRecorder } from '../../platform/events';
import { Jobs } from '../../platform/jobs';
import { backupNow, nightlyBackup } from './backup.jobs';
import { BackupOverviewDto, type BackupRequestDto } from './backup.dto';
import { BackupBook } from './books/backup-book.service';
import { RECIPIENT_KINDS, Recipients } from './books/recipients.service';
import { TargetBook } from './books/target-book.service';

/** A night that failed is forgiven until the next one should have been there. */
export const TOO_OLD_HOURS = 36;
const HOUR_MS = 3_600_000;

/** What a page shows about backups. */
@Injectable()
export class BackupOverview {
  constructor(
    private readonly book: BackupBook,
    private readonly targets: TargetBook,
    private readonly recipients: Recipients,
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly recorder: EventRecorder,
  ) {}

  async read(): Promise<BackupOverviewDto> {
    // Before the books: what ends in between is in them then.
    const making = await this.making();
    const targets = await this.targets.known();
    const recipients = await this.recipients.list();
    const last = await this.book.lastVerified();
    const verifiedFrom = last?.madeAt ?? null;
    return present(BackupOverviewDto, {
      targets,
      verifiedFrom,
      tooOld: !verifiedFrom || Date.now() - moment(verifiedFrom) > TOO_OLD_HOURS * HOUR_MS,
      openable: RECIPIENT_KINDS.every((kind) => recipients.some((one) => one.kind === kind)),
      onOwnDisk: targets.some(({ own }) => own),
      making,
      nextAt: await this.nextAt(),
      recipients,
      runs: await this.book.recent(),
    });
  }

  /** Needs a unit of work; a second request answers the job of the first while that waits or runs. */
  async request(): Promise<BackupRequestDto> {
    const { id } = await this.jobs.enqueue(backupNow, {}, { uniqueKey: 'backup' });
    this.recorder.record({ action: 'backup.requested', category: 'admin', details: { jobId: id } });
    return { jobId: id };
  }

  private async making(): Promise<boolean> {
    const jobs = await this.sql.house(
      "SELECT id FROM job WHERE name IN (?, ?) AND state IN ('queued', 'running') LIMIT 1",
      [backupNow.name, nightlyBackup.name],
    );
    return jobs.length > 0;
  }

  private async nextAt(): Promise<string | null> {
    const [row] = await this.sql.house<{ nextAt: string | null }>(
      'SELECT next_at AS nextAt FROM job_schedule WHERE name = ? AND paused = 0',
      [nightlyBackup.name],
    );
    return row?.nextAt ?? null;
  }
}

const moment = (at: string): number => Date.parse(/Z$/.test(at) ? at : `${at.replace(' ', 'T')}Z`);
