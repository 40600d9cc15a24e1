import { migration } from '../../../platform/database';

/** What was found the last time somebody looked at the places backups lie at. */
export const BackupTargetTable = migration('BackupTargets1765703000000', [
  `CREATE TABLE IF NOT EXISTS backup_target (
    half VARCHAR(4) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    place VARCHAR(500) NOT NULL,
    looked_at DATETIME(6) NOT NULL,
    problem VARCHAR(1000) NULL,
    backups INT UNSIGNED NOT NULL DEFAULT 0,
    verified_from DATETIME(6) NULL
  )`,
]);
