import { migration } from '../../database/migration';
import { EVENT_TRIGGERS, createTrigger } from '../event-guards';

/** The append-only event table, its seals and checkpoints, and kept answers for repeated requests. */
export const Events = migration('Events1763700000000', [
  // No foreign keys: a cascade would change rows without firing a trigger, and names are copied in.
  `CREATE TABLE IF NOT EXISTS event (
    n BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    occurred_at DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00',
    recorded_at DATETIME(6) NOT NULL,
    category VARCHAR(20) CHARACTER SET ascii NOT NULL,
    action VARCHAR(80) CHARACTER SET ascii NOT NULL,
    outcome VARCHAR(10) CHARACTER SET ascii NOT NULL,
    actor_type VARCHAR(12) CHARACTER SET ascii NOT NULL,
    actor_id UUID NULL,
    actor_name VARCHAR(255) NULL,
    session_id UUID NULL,
    organisation_id UUID NULL,
    target_type VARCHAR(40) CHARACTER SET ascii NULL,
    target_id UUID NULL,
    target_label VARCHAR(255) NULL,
    ip VARCHAR(45) CHARACTER SET ascii NULL,
    user_agent VARCHAR(255) NULL,
    request_id VARCHAR(64) CHARACTER SET ascii NOT NULL,
    changes LONGTEXT NULL,
    details LONGTEXT NULL,
    node CHAR(16) CHARACTER SET ascii NOT NULL,
    node_seq BIGINT UNSIGNED NOT NULL,
    mac BINARY(32) NOT NULL,
    UNIQUE KEY (node, node_seq),
    KEY (organisation_id, n),
    KEY (target_id, n),
    KEY (request_id),
    KEY (actor_id, n)
  )`,
  `CREATE TABLE IF NOT EXISTS event_seal (
    seq BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    event_n BIGINT UNSIGNED NOT NULL UNIQUE,
    row_hash BINARY(32) NOT NULL,
    hash BINARY(32) NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS event_checkpoint (
    size BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    note TEXT NOT NULL,
    created_at DATETIME(6) NOT NULL
  )`,
  ...EVENT_TRIGGERS.map(createTrigger),
  `CREATE TABLE IF NOT EXISTS idempotent_answer (
    id BINARY(32) NOT NULL PRIMARY KEY,
    fingerprint BINARY(32) NOT NULL,
    status SMALLINT NOT NULL,
    body LONGTEXT NULL,
    expires_at DATETIME NOT NULL,
    KEY (expires_at)
  )`,
]);
