import { Module } from '@nestjs/common';
import { declareAfterRestore, registerMigrations } from '../../platform/database';
import { BackupBook } from './books/backup-book.service';
import { Recipients } from './books/recipients.service';
import { Backups } from './backups.service';
import { BackupPruner } from './keep/backup-pruner.service';
import { BackupMaker } from './make/backup-maker.service';
import { BackupTables } from './migrations/1765200000000-backups';
import { BackupProver } from './prove/backup-prover.service';

registerMigrations(BackupTables);
declareAfterRestore(
  "UPDATE backup_run SET state = 'made', made_at = COALESCE(made_at, started_at) WHERE state = 'running'",
);

@Module({
  providers: [BackupBook, Recipients, BackupMaker, BackupProver, BackupPruner, Backups],
  exports: [BackupBook, Recipients, BackupPruner, Backups],
})
export class BackupModule {}
