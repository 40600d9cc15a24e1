import { migration } from '../../../platform/database';

/** What a counter of failed sign-ins counts, so that administrators can read and clear it. */
export const SignInCounters = migration('SignInCounters1764900100000', [
  `ALTER TABLE sign_in_slowdown
    ADD COLUMN IF NOT EXISTS kind VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'password',
    ADD COLUMN IF NOT EXISTS user_id UUID NULL,
    ADD COLUMN IF NOT EXISTS place VARCHAR(60) CHARACTER SET ascii NULL,
    ADD INDEX IF NOT EXISTS blocked_until (blocked_until),
    ADD INDEX IF NOT EXISTS updated_at (updated_at)`,
]);
