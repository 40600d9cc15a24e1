import { migration } from '../../database/migration';

/** What the installation has decided about its root keys, who holds them, and the keys of the installation itself. */
export const RootKeys = migration('RootKeys1764700000000', [
  // The database holds a number and a check value, never a key. Two active keys would be two rows with `one` = 1.
  `CREATE TABLE IF NOT EXISTS root_key (
    id UUID NOT NULL PRIMARY KEY,
    version INT UNSIGNED NOT NULL UNIQUE,
    key_check CHAR(16) CHARACTER SET ascii NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii NOT NULL,
    created_at DATETIME(6) NOT NULL,
    activated_at DATETIME(6) NULL,
    retired_at DATETIME(6) NULL,
    one TINYINT GENERATED ALWAYS AS (IF(state = 'active', 1, NULL)) VIRTUAL UNIQUE
  )`,
  `CREATE TABLE IF NOT EXISTS node_status (
    id UUID NOT NULL PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    role VARCHAR(12) CHARACTER SET ascii NOT NULL,
    started_at DATETIME(6) NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    root_keys JSON NOT NULL,
    key_epoch BIGINT UNSIGNED NOT NULL,
    sealed_because VARCHAR(500) NULL,
    KEY (seen_at)
  )`,
  `CREATE TABLE IF NOT EXISTS key_epoch (
    one TINYINT NOT NULL PRIMARY KEY,
    epoch BIGINT UNSIGNED NOT NULL
  )`,
]);
