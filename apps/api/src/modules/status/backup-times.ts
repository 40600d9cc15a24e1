import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { LastBackup, type BackupTimes } from '../../platform/health/last-backup';
import { BackupBook } from '../backup';

/** Tells metrics and checks when the newest backup was made, and when one was last proved. */
@Injectable()
export class BackupTimesReader implements OnModuleInit {
  constructor(
    private readonly last: LastBackup,
    private readonly book: BackupBook,
    private readonly context: RequestContext,
  ) {}

  onModuleInit(): void {
    this.last.from(() =>
      this.context.open
        ? this.read()
        : this.context.run({ requestId: 'backup-times', ip: null, userAgent: null }, () => this.read()),
    );
  }

  private async read(): Promise<BackupTimes> {
    const made = (await this.book.recent()).find(({ madeAt }) => madeAt !== null);
    const verified = await this.book.lastVerified();
    return { madeAt: momentOf(made?.madeAt), verifiedFrom: momentOf(verified?.madeAt) };
  }
}

/** The database writes moments in UTC, without saying so. */
const momentOf = (text: string | null | undefined): Date | null =>
  text ? new Date(`${text.replace(' ', 'T')}Z`) : null;
