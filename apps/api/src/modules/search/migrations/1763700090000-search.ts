import { migration } from '../../../platform/database';

/**
 * What the palette finds, and the words it is found by. Words are compared byte by byte after folding, so that a prefix
 * is a range of the index: FULLTEXT would rank every match of `srv*` before the first row leaves.
 */
export const SearchTables = migration('SearchTables1763700090000', [
  `CREATE TABLE IF NOT EXISTS search_entry (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    type VARCHAR(40) CHARACTER SET ascii NOT NULL,
    title VARCHAR(255) NOT NULL,
    subtitle VARCHAR(255) NULL,
    archived TINYINT NOT NULL DEFAULT 0,
    UNIQUE KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisation (id)
  )`,
  `CREATE TABLE IF NOT EXISTS search_word (
    organisation_id UUID NOT NULL,
    type VARCHAR(40) CHARACTER SET ascii NOT NULL,
    word VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    entry_id UUID NOT NULL,
    source_id UUID NOT NULL,
    PRIMARY KEY (organisation_id, type, word, entry_id, source_id),
    KEY by_word (type, word, organisation_id, entry_id),
    KEY by_entry (entry_id, word)
  )`,
]);
