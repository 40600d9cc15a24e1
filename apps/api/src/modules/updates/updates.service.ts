import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Refused } from '../../../../../deploy/updater/refused.mjs';
import { BackupBook } from '../backup';
import { Conflict } from '../../platform/errors';
import { UpgradeCheck } from './check/upgrade-check.service';
import { UpdateBook } from './desk/update-book.service';
import { BundleShelf } from './shelf/bundle-shelf.service';
import { notesOf } from './shelf/changelog';
import { runningRelease } from './shelf/running-release';
import { UpdaterFiles } from './shelf/updater-files';
import { UpdateOverviewDto, UpgradeReportDto } from './updates.dto';

const MOST_NOTES = 200;

/** What a page shows about releases. */
@Injectable()
export class UpdatesService {
  constructor(
    private readonly shelf: BundleShelf,
    private readonly files: UpdaterFiles,
    private readonly book: UpdateBook,
    private readonly backups: BackupBook,
    private readonly check: UpgradeCheck,
  ) {}

  async overview(): Promise<UpdateOverviewDto> {
    const { version, number, changelog } = runningRelease();
    const notes = notesOf(changelog);
    return present(UpdateOverviewDto, {
      ...{ version, number, updater: this.files.there },
      inbox: this.files.there ? this.files.inbox : null,
      step: this.files.journal()?.step ?? null,
      backupFrom: (await this.backups.lastVerified())?.madeAt ?? null,
      bundles: await this.shelf.list(),
      runs: await this.book.recent(),
      notes: notes.filter(({ section }) => section === notes[0]?.section).slice(0, MOST_NOTES),
    });
  }

  async report(file: string): Promise<UpgradeReportDto> {
    try {
      return present(UpgradeReportDto, await this.check.ofShelved(file));
    } catch (error) {
      if (error instanceof Refused) throw new Conflict(error.code, { detail: error.message });
      throw error;
    }
  }
}
