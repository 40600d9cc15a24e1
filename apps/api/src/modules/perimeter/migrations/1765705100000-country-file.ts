import { migration } from '../../../platform/database';

/** The country database that was uploaded, in pieces that fit any packet: every node fetches it from here. */
export const CountryFile = migration('CountryFile1765705100000', [
  `CREATE TABLE IF NOT EXISTS country_file (
    id UUID NOT NULL,
    part INT NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (id, part)
  )`,
]);
