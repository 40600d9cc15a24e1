import { migration } from '../../../platform/database';

/** Mails that left or are to leave: to whom, of which kind, and what the server said. What they say is in their job, sealed. */
export const Mail = migration('Mail1764100001000', [
  `CREATE TABLE IF NOT EXISTS mail (
    id UUID NOT NULL PRIMARY KEY,
    recipient VARCHAR(254) NOT NULL,
    template VARCHAR(40) CHARACTER SET ascii NOT NULL,
    subject VARCHAR(255) NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    tries INT NOT NULL DEFAULT 0,
    answer VARCHAR(500) NULL,
    job_id UUID NULL,
    created_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    KEY (created_at, id),
    KEY (state, created_at)
  )`,
]);
