import { migration } from '../../../platform/database';

/**
 * Several database nodes find a row by its primary key. Emptied first: each node would give rows that are there already
 * another id. What is lost is a count of ten minutes.
 */
export const BreachesHaveAKey = migration('BreachesHaveAKey1766400010000', [
  'DELETE FROM api_key_breach',
  'ALTER TABLE api_key_breach ADD COLUMN IF NOT EXISTS id UUID NOT NULL DEFAULT UUID() PRIMARY KEY FIRST',
]);
