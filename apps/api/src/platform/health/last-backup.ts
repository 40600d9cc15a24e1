import { Injectable } from '@nestjs/common';

/** When the newest backup was made, and when the newest of those that were restored as a trial was. */
export interface BackupTimes {
  readonly madeAt: Date | null;
  readonly verifiedFrom: Date | null;
}

/** Where whoever makes backups says when. While nobody does, nobody knows: no age is worse than a made-up one. */
@Injectable()
export class LastBackup {
  private reader: (() => Promise<BackupTimes>) | undefined;

  /** Names the one who knows. */
  from(reader: () => Promise<BackupTimes>): void {
    this.reader = reader;
  }

  /** Undefined while nobody makes backups here. */
  async read(): Promise<BackupTimes | undefined> {
    return this.reader?.();
  }
}
