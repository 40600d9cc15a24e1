import { migration } from '../../../../platform/database';

/** What each look at a directory found and did, and who left through one. */
export const DirectorySyncTables = migration('DirectorySyncTables1765000000000', [
  `CREATE TABLE IF NOT EXISTS directory_sync (
    id UUID NOT NULL PRIMARY KEY,
    connection_id UUID NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    dry_run TINYINT NOT NULL,
    beyond_guard TINYINT NOT NULL,
    asked_by VARCHAR(120) NULL,
    started_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    problem VARCHAR(1000) NULL,
    counts JSON NULL,
    changes JSON NULL,
    KEY (connection_id, started_at),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
  `CREATE TABLE IF NOT EXISTS directory_departure (
    connection_id UUID NOT NULL,
    user_id UUID NOT NULL,
    left_at DATETIME(6) NOT NULL,
    PRIMARY KEY (connection_id, user_id),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
]);
