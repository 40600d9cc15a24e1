import { migration } from '../../database/migration';

/** Life of the installation's own data keys, how much each key sealed, and keys that are being replaced. */
export const DataKeys = migration('DataKeys1764700100000', [
  'ALTER TABLE platform_key ADD COLUMN IF NOT EXISTS id UUID NOT NULL DEFAULT UUID() UNIQUE FIRST',
  // The same columns as organisation_key, so that one set of statements serves both.
  `ALTER TABLE platform_key ADD COLUMN IF NOT EXISTS organisation_id UUID NOT NULL
     DEFAULT '00000000-0000-0000-0000-000000000000' AFTER id`,
  'ALTER TABLE platform_key RENAME COLUMN IF EXISTS version TO key_version',
  "ALTER TABLE platform_key ADD COLUMN IF NOT EXISTS state VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'active'",
  'ALTER TABLE platform_key ADD COLUMN IF NOT EXISTS canary VARBINARY(256) NULL',
  'ALTER TABLE platform_key ADD COLUMN IF NOT EXISTS created_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6)',
  'ALTER TABLE platform_key ADD COLUMN IF NOT EXISTS updated_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6)',
  `CREATE TABLE IF NOT EXISTS key_use (
    owner_id UUID NOT NULL,
    purpose VARCHAR(20) CHARACTER SET ascii NOT NULL,
    key_version INT UNSIGNED NOT NULL,
    writes BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (owner_id, purpose, key_version)
  )`,
  `CREATE TABLE IF NOT EXISTS key_rotation (
    id UUID NOT NULL PRIMARY KEY,
    owner_id UUID NOT NULL,
    purpose VARCHAR(20) CHARACTER SET ascii NOT NULL,
    from_version INT UNSIGNED NOT NULL,
    to_version INT UNSIGNED NOT NULL,
    reason VARCHAR(10) CHARACTER SET ascii NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    total INT UNSIGNED NOT NULL,
    done INT UNSIGNED NOT NULL,
    dead INT UNSIGNED NOT NULL DEFAULT 0,
    started_at DATETIME(6) NOT NULL,
    rested_at DATETIME(6) NULL,
    finished_at DATETIME(6) NULL,
    running TINYINT GENERATED ALWAYS AS (IF(finished_at IS NULL, 1, NULL)) VIRTUAL,
    UNIQUE KEY (owner_id, purpose, running),
    KEY (finished_at, started_at)
  )`,
]);
