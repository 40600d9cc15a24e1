import { migration } from '../../database/migration';

/** What a node must have in common with the others, as fingerprints: where they differ, people get different answers. */
export const NodeTraits = migration('NodeTraits1765705000000', [
  'ALTER TABLE node_status ADD COLUMN IF NOT EXISTS traits JSON NULL',
]);
