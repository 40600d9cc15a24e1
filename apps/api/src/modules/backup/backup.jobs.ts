import { Injectable } from '@nestjs/common';
import { Conflict } from '../../platform/errors';
import { defineJob, HandlesJob, NoInput, type JobHandler } from '../../platform/jobs';
import { BackupBusy, BackupError } from './backup.error';
import { Backups, type BackupOutcome } from './backups.service';
import { BackupBook } from './books/backup-book.service';
import { RECIPIENT_KINDS, Recipients } from './books/recipients.service';
import { TargetBook } from './books/target-book.service';

const HOUR_MS = 3_600_000;
/** A timer of the machine may have made the one of this night already. */
const RECENT_MS = 20 * HOUR_MS;

const common = {
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  attempts: 2,
  timeoutSeconds: 6 * 3600,
  cancellable: false,
} as const;

/** Every night, unless one was made and proved meanwhile. */
export const nightlyBackup = defineJob({
  ...common,
  name: 'backup.nightly',
  title: 'Make and prove the backup of the night',
  schedule: { cron: '41 3 * * *', timeZone: 'UTC' },
});

/** Because somebody asked. */
export const backupNow = defineJob({ ...common, name: 'backup.make', title: 'Make and prove a backup' });

/** Every hour, so that a place that is lost is known before the night. */
export const lookAtTargets = defineJob({
  ...common,
  name: 'backup.look',
  title: 'Look at the places backups lie at',
  timeoutSeconds: 3600,
  schedule: { cron: '17 * * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(nightlyBackup)
export class NightlyBackup implements JobHandler {
  constructor(
    private readonly backups: Backups,
    private readonly book: BackupBook,
    private readonly recipients: Recipients,
  ) {}

  async run(): Promise<object> {
    const kinds = new Set((await this.recipients.list()).map(({ kind }) => kind));
    // Nobody has set backups up: the page and st0r doctor say so, and no failed job every night.
    if (RECIPIENT_KINDS.some((kind) => !kinds.has(kind))) return { skipped: 'nobody may open backups' };
    const last = (await this.book.lastVerified())?.madeAt;
    if (last && Date.now() - momentOf(last) < RECENT_MS) return { skipped: 'one was made and proved already' };
    return inShort(() => this.backups.create()).catch(skippedWhileBusy);
  }
}

@Injectable()
@HandlesJob(backupNow)
export class BackupNow implements JobHandler {
  constructor(private readonly backups: Backups) {}

  run(): Promise<object> {
    return inShort(() => this.backups.create());
  }
}

@Injectable()
@HandlesJob(lookAtTargets)
export class LookAtTargets implements JobHandler {
  constructor(private readonly targets: TargetBook) {}

  async run(): Promise<object> {
    const looks = await this.targets.keep();
    return { looked: looks.length, lost: looks.filter(({ problem }) => problem !== null).length };
  }
}

const momentOf = (at: string): number => Date.parse(`${at.replace(' ', 'T')}Z`);

/** What whoever asked is told; a backup that would not bring everything back has failed. */
async function inShort(make: () => Promise<BackupOutcome>): Promise<object> {
  try {
    const { name, bytes, rows, proof } = await make();
    if (proof && proof.problems.length > 0) throw new BackupError(proof.problems.slice(0, 3).join(' '));
    return { name, bytes, rows, milliseconds: proof?.milliseconds ?? 0 };
  } catch (error) {
    if (error instanceof BackupBusy) throw new Conflict('backup.busy', { detail: error.message });
    if (error instanceof BackupError) throw new Conflict('backup.failed', { detail: error.message });
    throw error;
  }
}

/** A timer of the machine may be at it; its end is written down by whoever makes it. */
function skippedWhileBusy(error: unknown): object {
  if (error instanceof Conflict && error.code === 'backup.busy') return { skipped: 'one is being made' };
  throw error;
}
