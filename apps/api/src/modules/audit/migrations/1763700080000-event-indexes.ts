import { migration } from '../../../platform/database';

/** The chart counts from this index alone. */
export const EventIndexes = migration('EventIndexes1763700080000', [
  'ALTER TABLE event ADD INDEX IF NOT EXISTS by_time (organisation_id, occurred_at, category)',
]);
