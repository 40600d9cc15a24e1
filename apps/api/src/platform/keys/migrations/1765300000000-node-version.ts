import { migration } from '../../database/migration';

/** Which release a node runs: while several are updated one after the other, they differ. */
export const NodeVersion = migration('NodeVersion1765300000000', [
  'ALTER TABLE node_status ADD COLUMN IF NOT EXISTS version VARCHAR(40) CHARACTER SET ascii NULL',
]);
