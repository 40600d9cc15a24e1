import { migration } from '../../../platform/database';

/** Two columns for the time in which the key of the reuse index is replaced. */
export const NextIndex = migration('NextIndex1764700200000', [
  'ALTER TABLE credential ADD COLUMN IF NOT EXISTS reuse_key INT UNSIGNED NULL',
  'ALTER TABLE credential ADD COLUMN IF NOT EXISTS next_reuse_index BINARY(16) NULL',
]);
