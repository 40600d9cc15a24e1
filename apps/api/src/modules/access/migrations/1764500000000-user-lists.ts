import { migration } from '../../../platform/database';

/** Thousands of people come from a directory: their list is read by name and by state, page by page. */
export const UserLists = migration('UserLists1764500000000', [
  'CREATE INDEX IF NOT EXISTS user_by_name ON user_account (name, id)',
]);
