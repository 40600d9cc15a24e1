import { migration } from '../../database/migration';

/** A job keeps its unique key; it counts while the job waits or runs, and again when the job is retried. */
export const JobsKeepTheirKey = migration('JobsKeepTheirKey1764100000200', [
  `ALTER TABLE job
    ADD COLUMN IF NOT EXISTS active_key VARCHAR(120) AS (IF(state IN ('queued', 'running'), unique_key, NULL)) PERSISTENT,
    DROP INDEX IF EXISTS name,
    ADD UNIQUE KEY IF NOT EXISTS one_at_a_time (name, active_key)`,
]);
