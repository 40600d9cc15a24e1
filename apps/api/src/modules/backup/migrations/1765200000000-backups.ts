import { migration } from '../../../platform/database';

/** Who may open backups, and the books about those that were made. */
export const BackupTables = migration('BackupTables1765200000000', [
  `CREATE TABLE IF NOT EXISTS backup_recipient (
    id UUID NOT NULL PRIMARY KEY,
    kind VARCHAR(4) CHARACTER SET ascii NOT NULL,
    name VARCHAR(120) NOT NULL,
    recipient VARCHAR(120) CHARACTER SET ascii NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_name VARCHAR(255) NOT NULL,
    UNIQUE KEY recipient (recipient)
  )`,
  `CREATE TABLE IF NOT EXISTS backup_run (
    id UUID NOT NULL PRIMARY KEY,
    name VARCHAR(40) CHARACTER SET ascii NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    place VARCHAR(500) NOT NULL,
    bytes BIGINT UNSIGNED NOT NULL DEFAULT 0,
    row_count BIGINT UNSIGNED NOT NULL DEFAULT 0,
    started_at DATETIME(6) NOT NULL,
    made_at DATETIME(6) NULL,
    verified_at DATETIME(6) NULL,
    restore_ms INT UNSIGNED NULL,
    problem VARCHAR(1000) NULL,
    removed_at DATETIME(6) NULL,
    UNIQUE KEY name (name),
    KEY started_at (started_at),
    KEY verified_at (verified_at)
  )`,
]);
