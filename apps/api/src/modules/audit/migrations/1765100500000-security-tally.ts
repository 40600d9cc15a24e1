import { migration } from '../../../platform/database';

/** What happened at the edges of the installation, by hour and by day, for the security chart. */
export const SecurityTally = migration('SecurityTally1765100500000', [
  `CREATE TABLE IF NOT EXISTS security_tally (
    span CHAR(4) CHARACTER SET ascii NOT NULL,
    at DATETIME NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
    label VARCHAR(20) NOT NULL,
    total INT UNSIGNED NOT NULL,
    PRIMARY KEY (span, at, kind, label)
  )`,
]);
