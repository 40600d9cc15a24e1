import { migration } from '../../../platform/database';

/**
 * The change of an e-mail address somebody has asked for: one at a time for each account, gone once it was confirmed or
 * stopped. `stamp` is what the account was like then, so that the change dies with the next password or second factor.
 */
export const EmailChangeTable = migration('EmailChangeTable1766400020000', [
  `CREATE TABLE IF NOT EXISTS email_change (
    user_id UUID NOT NULL PRIMARY KEY,
    email VARCHAR(254) NOT NULL,
    confirm_hash BINARY(32) NOT NULL,
    stop_hash BINARY(32) NOT NULL,
    stamp BINARY(32) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    UNIQUE KEY confirm_hash (confirm_hash),
    UNIQUE KEY stop_hash (stop_hash),
    KEY expires_at (expires_at),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
]);
