import { RECORD_COLUMNS, migration } from '../../../platform/database';

export const Organisation = migration('Organisation1763700001000', [
  `CREATE TABLE IF NOT EXISTS organisation (
    ${RECORD_COLUMNS},
    name VARCHAR(255) NOT NULL,
    slug VARCHAR(63) CHARACTER SET ascii NOT NULL UNIQUE,
    type VARCHAR(20) CHARACTER SET ascii NOT NULL,
    legal_name VARCHAR(255) NULL,
    tax_id VARCHAR(64) NULL,
    street VARCHAR(255) NULL,
    street2 VARCHAR(255) NULL,
    postal_code VARCHAR(32) NULL,
    city VARCHAR(120) NULL,
    state VARCHAR(120) NULL,
    country CHAR(2) CHARACTER SET ascii NULL,
    phone VARCHAR(64) NULL,
    email VARCHAR(254) NULL,
    website VARCHAR(500) NULL,
    colour CHAR(7) CHARACTER SET ascii NOT NULL,
    read_me_first MEDIUMTEXT NULL,
    tags JSON NULL,
    KEY (name, id)
  )`,
]);
