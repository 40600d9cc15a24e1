import { migration } from '../../database/migration';

/** One row per limited key: when its next call would be on time, in seconds since 1970. */
export const RateLimits = migration('RateLimits1763700060100', [
  `CREATE TABLE IF NOT EXISTS rate_limit (
    id BINARY(32) NOT NULL PRIMARY KEY,
    due DOUBLE NOT NULL,
    allowed TINYINT NOT NULL,
    KEY (due)
  )`,
]);
