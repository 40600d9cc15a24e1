import { isAbsolute, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { InjectSettings, type Settings } from '../../platform/config';
import { Sql } from '../../platform/database';
import { EventRecorder } from '../../platform/events';
import { Jobs } from '../../platform/jobs';
import { backupNow, nightlyBackup } from './backup.jobs';
import { BackupOverviewDto, type BackupRequestDto } from './backup.dto';
import { BackupBook } from './books/backup-book.service';
import { RECIPIENT_KINDS, Recipients } from './books/recipients.service';
import { openTargets } from './targets/open-target';

/** A night that failed is forgiven until the next one should have been there. */
export const TOO_OLD_HOURS = 36;
const HOUR_MS = 3_600_000;

/** What a page shows about backups. */
@Injectable()
export class BackupOverview {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly book: BackupBook,
    private readonly recipients: Recipients,
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly recorder: EventRecorder,
  ) {}

  async read(): Promise<BackupOverviewDto> {
    const { data, keys } = openTargets(this.settings);
    // Before the books: what ends in between is in them then.
    const making = await this.making();
    const recipients = await this.recipients.list();
    const last = await this.book.lastVerified();
    const verifiedFrom = last?.madeAt ?? null;
    return present(BackupOverviewDto, {
      place: data.place,
      keysPlace: keys.place,
      keep: this.settings.BACKUP_KEEP,
      verifiedFrom,
      tooOld: !verifiedFrom || Date.now() - moment(verifiedFrom) > TOO_OLD_HOURS * HOUR_MS,
      openable: RECIPIENT_KINDS.every((kind) => recipients.some((one) => one.kind === kind)),
      onOwnDisk: [data, keys].some(({ place }) => isBelow(this.settings.DATA_DIR, place)),
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

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
