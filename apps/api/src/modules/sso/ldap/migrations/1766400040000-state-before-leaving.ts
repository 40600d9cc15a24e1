import { migration } from '../../../../platform/database';

/** What an account was before its person left, which it is again when they are back. */
export const StateBeforeLeaving = migration('StateBeforeLeaving1766400040000', [
  "ALTER TABLE directory_departure ADD COLUMN IF NOT EXISTS state_before VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'active'",
]);
