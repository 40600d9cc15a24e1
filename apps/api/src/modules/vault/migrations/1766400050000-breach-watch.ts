import { migration, within } from '../../../platform/database';

/** Whose passwords are looked up among stolen ones, and what came of it for the password of each credential. */
export const BreachWatchTables = migration('BreachWatchTables1766400050000', [
  `CREATE TABLE IF NOT EXISTS breach_watch (
    organisation_id UUID NOT NULL PRIMARY KEY,
    since DATETIME(6) NOT NULL,
    by_name VARCHAR(120) NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisation (id)
  )`,
  // Neither a hash nor how often it was seen: for a password many people have, the number alone would give it away.
  `CREATE TABLE IF NOT EXISTS credential_breach (
    organisation_id UUID NOT NULL,
    credential_id UUID NOT NULL,
    revision INT UNSIGNED NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NULL,
    checked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (organisation_id, credential_id),
    ${within('credential_id', 'credential')}
  )`,
]);
