import { migration } from '../../../platform/database';

/**
 * Every request of a key, and their sums by the hour. No foreign keys: a row of the past stays as it was written, and
 * a batch of thousands is not to ask for each of them.
 */
export const ApiRequestTables = migration('ApiRequestTables1764400010000', [
  `CREATE TABLE IF NOT EXISTS api_request (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    api_key_id UUID NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    method VARCHAR(8) CHARACTER SET ascii NOT NULL,
    endpoint VARCHAR(160) CHARACTER SET ascii NOT NULL,
    status SMALLINT NOT NULL,
    bytes INT UNSIGNED NOT NULL,
    milliseconds INT UNSIGNED NOT NULL,
    ip VARCHAR(45) CHARACTER SET ascii NULL,
    request_id VARCHAR(64) CHARACTER SET ascii NOT NULL,
    KEY by_time (organisation_id, occurred_at, id),
    KEY by_key (organisation_id, api_key_id, occurred_at, id),
    KEY by_age (occurred_at)
  )`,
  `CREATE TABLE IF NOT EXISTS api_usage (
    organisation_id UUID NOT NULL,
    api_key_id UUID NOT NULL,
    hour DATETIME NOT NULL,
    method VARCHAR(8) CHARACTER SET ascii NOT NULL,
    endpoint VARCHAR(160) CHARACTER SET ascii NOT NULL,
    status SMALLINT NOT NULL,
    requests INT UNSIGNED NOT NULL,
    bytes BIGINT UNSIGNED NOT NULL,
    milliseconds BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (organisation_id, hour, api_key_id, method, endpoint, status),
    KEY by_age (hour)
  )`,
]);
