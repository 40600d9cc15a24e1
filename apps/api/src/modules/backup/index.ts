export { BackupModule } from './backup.module';
export { BackupError } from './backup.error';
export { Backups } from './backups.service';
export { BackupBook } from './books/backup-book.service';
export { TargetBook } from './books/target-book.service';
export { RECIPIENT_KINDS, Recipients } from './books/recipients.service';
export { BackupPruner } from './keep/backup-pruner.service';
export { identitiesIn } from './archive/age-lock';
export { Restore } from './restore/restore';
