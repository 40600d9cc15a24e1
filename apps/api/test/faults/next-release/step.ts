import { registerMigrations } from '../../../src/platform/database';
import { migration } from '../../../src/platform/database/migration';

/** What the release after this one does to the largest tables: each is written anew, from its first row to its last. */
registerMigrations(
  migration('RowsSayWhy1899000000000', [
    'ALTER TABLE asset_status_change ADD COLUMN IF NOT EXISTS because VARCHAR(120) NULL AFTER reason, ALGORITHM=COPY',
    'ALTER TABLE credential_past_field ADD COLUMN IF NOT EXISTS because VARCHAR(120) NULL AFTER revision, ALGORITHM=COPY',
    'ALTER TABLE event ADD COLUMN IF NOT EXISTS because VARCHAR(120) NULL AFTER details, ALGORITHM=COPY',
  ]),
);
