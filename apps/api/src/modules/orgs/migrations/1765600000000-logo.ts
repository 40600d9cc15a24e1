import { migration } from '../../../platform/database';

/** Logos of organisations: the picture as it is served, apart from the row that every list reads. */
export const LogoTables = migration('LogoTables1765600000000', [
  'ALTER TABLE organisation ADD COLUMN IF NOT EXISTS logo VARCHAR(22) CHARACTER SET ascii NULL',
  `CREATE TABLE IF NOT EXISTS organisation_logo (
    organisation_id UUID NOT NULL PRIMARY KEY,
    picture MEDIUMBLOB NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisation (id)
  )`,
]);
