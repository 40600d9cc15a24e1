import { RECORD_COLUMNS, migration } from '../../../platform/database';

/** Saved views, and the records a person keeps at hand. */
export const PersonalTables = migration('PersonalTables1764500001000', [
  `CREATE TABLE IF NOT EXISTS saved_view (
    ${RECORD_COLUMNS},
    user_id UUID NOT NULL,
    organisation_id UUID NULL,
    list VARCHAR(60) CHARACTER SET ascii NOT NULL,
    name VARCHAR(80) NOT NULL,
    query VARCHAR(4000) NOT NULL,
    columns JSON NULL,
    group_by VARCHAR(60) NULL,
    shared TINYINT NOT NULL DEFAULT 0,
    standard TINYINT NOT NULL DEFAULT 0,
    KEY saved_view_by_user (user_id, list),
    KEY saved_view_by_team (shared, organisation_id, list),
    FOREIGN KEY (user_id) REFERENCES user_account (id),
    FOREIGN KEY (organisation_id) REFERENCES organisation (id)
  )`,
  `CREATE TABLE IF NOT EXISTS record_mark (
    user_id UUID NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
    record_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    marked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, kind, record_id),
    KEY record_mark_by_time (user_id, kind, marked_at),
    FOREIGN KEY (user_id) REFERENCES user_account (id),
    FOREIGN KEY (organisation_id) REFERENCES organisation (id)
  )`,
]);
