import { Module } from '@nestjs/common';
import { declareAfterRestore, registerMigrations } from '../../platform/database';
import { BackupModule } from '../backup';
import { Obstacles } from './check/obstacles.service';
import { PendingSteps } from './check/pending-steps.service';
import { UpgradeCheck } from './check/upgrade-check.service';
import { WayBack } from './check/way-back.service';
import { Asking } from './desk/asking.service';
import { UpdateBook } from './desk/update-book.service';
import { UpdateDesk } from './desk/update-desk.service';
import { UpdateTables } from './migrations/1765704000000-updates';
import { BundleShelf } from './shelf/bundle-shelf.service';
import { UpdaterFiles } from './shelf/updater-files';
import { UpdatesController } from './updates.controller';
import { SettleUpdates } from './updates.jobs';
import { UpdatesService } from './updates.service';

registerMigrations(UpdateTables);
// What was asked for before is no wish of today.
declareAfterRestore("UPDATE update_request SET state = 'lost', ended_at = requested_at WHERE state = 'waiting'");

@Module({
  imports: [BackupModule],
  controllers: [UpdatesController],
  providers: [
    UpdaterFiles,
    BundleShelf,
    PendingSteps,
    Obstacles,
    WayBack,
    UpgradeCheck,
    Asking,
    UpdateBook,
    UpdateDesk,
    UpdatesService,
    SettleUpdates,
  ],
  exports: [UpgradeCheck, UpdateDesk],
})
export class UpdatesModule {}
