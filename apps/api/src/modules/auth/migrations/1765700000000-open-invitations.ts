import { migration } from '../../../platform/database';

/** Who invited somebody where, and which mail carried the link that is good now; when that runs out stands with the link. */
export const OpenInvitationTables = migration('OpenInvitationTables1765700000000', [
  `CREATE TABLE IF NOT EXISTS invitation (
    organisation_id UUID NOT NULL,
    user_id UUID NOT NULL,
    invited_by UUID NULL,
    invited_by_name VARCHAR(120) NOT NULL,
    sent_at DATETIME(6) NOT NULL,
    PRIMARY KEY (organisation_id, user_id),
    KEY (user_id),
    FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  'ALTER TABLE sign_in_link ADD COLUMN IF NOT EXISTS mail_id UUID NULL',
]);
