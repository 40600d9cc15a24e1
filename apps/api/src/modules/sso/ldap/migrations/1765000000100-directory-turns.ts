import { migration } from '../../../../platform/database';

/** What a departure left the account as, so that any later change of it counts; and whose turn it is to look at a directory. */
export const DirectoryTurns = migration('DirectoryTurns1765000000100', [
  // Nobody has version 0: whoever left before this was written is brought back by an administrator, and by nothing else.
  'ALTER TABLE directory_departure ADD COLUMN IF NOT EXISTS user_version INT NOT NULL DEFAULT 0',
  'ALTER TABLE directory_sync ADD COLUMN IF NOT EXISTS job_id UUID NULL',
  `CREATE TABLE IF NOT EXISTS directory_turn (
    connection_id UUID NOT NULL PRIMARY KEY,
    job_id UUID NOT NULL,
    taken_at DATETIME(6) NOT NULL,
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
]);
