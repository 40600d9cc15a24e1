import { Module } from '@nestjs/common';
import { declareAfterRestore, registerMigrations } from '../../platform/database';
import { BackupController } from './backup.controller';
import { BackupNow, LookAtTargets, NightlyBackup } from './backup.jobs';
import { BackupOverview } from './backup-overview.service';
import { BackupResolver } from './backup.resolver';
import { BackupBook } from './books/backup-book.service';
import { Recipients } from './books/recipients.service';
import { TargetBook } from './books/target-book.service';
import { Backups } from './backups.service';
import { BackupPruner } from './keep/backup-pruner.service';
import { BackupMaker } from './make/backup-maker.service';
import { BackupTables } from './migrations/1765200000000-backups';
import { BackupTargetTable } from './migrations/1765703000000-backup-targets';
import { BackupProver } from './prove/backup-prover.service';

registerMigrations(BackupTables, BackupTargetTable);
declareAfterRestore(
  "UPDATE backup_run SET state = 'made', made_at = COALESCE(made_at, started_at) WHERE state = 'running'",
);

@Module({
  controllers: [BackupController],
  providers: [
    BackupBook,
    TargetBook,
    Recipients,
    BackupMaker,
    BackupProver,
    BackupPruner,
    Backups,
    BackupOverview,
    BackupResolver,
    NightlyBackup,
    BackupNow,
    LookAtTargets,
  ],
  exports: [BackupBook, TargetBook, Recipients, BackupPruner, Backups],
})
export class BackupModule {}
