import { migration } from '../../../platform/database';

/** From which countries somebody signed in, and when last; nothing else about where they were. */
export const SignInCountryTable = migration('SignInCountryTable1765700200000', [
  `CREATE TABLE IF NOT EXISTS sign_in_country (
    user_id UUID NOT NULL,
    country CHAR(2) CHARACTER SET ascii NOT NULL,
    last_seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, country),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
]);
