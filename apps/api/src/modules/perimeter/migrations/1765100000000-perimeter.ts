import { RECORD_COLUMNS, migration } from '../../../platform/database';

/** Which addresses are kept out or let in, and how many came from which country. */
export const Perimeter = migration('Perimeter1765100000000', [
  `CREATE TABLE IF NOT EXISTS address_rule (
    ${RECORD_COLUMNS},
    network VARCHAR(49) CHARACTER SET ascii NOT NULL,
    effect VARCHAR(10) CHARACTER SET ascii NOT NULL,
    area VARCHAR(10) CHARACTER SET ascii NOT NULL,
    note VARCHAR(200) NULL,
    expires_at DATETIME(6) NULL,
    KEY (archived_at, network, id)
  )`,
  `CREATE TABLE IF NOT EXISTS perimeter_tally (
    day DATE NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
    label VARCHAR(20) CHARACTER SET ascii NOT NULL,
    total INT UNSIGNED NOT NULL,
    PRIMARY KEY (day, kind, label)
  )`,
]);
