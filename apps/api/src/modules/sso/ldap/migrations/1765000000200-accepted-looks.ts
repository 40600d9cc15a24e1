import { migration } from '../../../../platform/database';

/** Beyond the guard goes only what stood on a list that somebody read. */
export const AcceptedLooks = migration('AcceptedLooks1765000000200', [
  'ALTER TABLE directory_sync ADD COLUMN IF NOT EXISTS accepted_id UUID NULL',
  'ALTER TABLE directory_sync DROP COLUMN IF EXISTS beyond_guard',
]);
