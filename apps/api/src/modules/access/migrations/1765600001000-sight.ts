import { migration } from '../../../platform/database';

/** Who is looking with whose rights right now: at most one row for a session, gone when it ends. What happened is in the events. */
export const SightTable = migration('SightTable1765600001000', [
  `CREATE TABLE IF NOT EXISTS sight (
    session_id UUID NOT NULL PRIMARY KEY,
    user_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    seen_user_id UUID NULL,
    role_id UUID NULL,
    until DATETIME(6) NOT NULL,
    KEY (until),
    FOREIGN KEY (session_id) REFERENCES session (id),
    FOREIGN KEY (user_id) REFERENCES user_account (id),
    FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    FOREIGN KEY (seen_user_id) REFERENCES user_account (id),
    FOREIGN KEY (role_id) REFERENCES role (id)
  )`,
]);
