import { migration } from '../../../platform/database';

/** The books about updates that were asked for. */
export const UpdateTables = migration('UpdateTables1765704000000', [
  `CREATE TABLE IF NOT EXISTS update_request (
    id UUID NOT NULL PRIMARY KEY,
    file VARCHAR(130) CHARACTER SET ascii NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii NOT NULL,
    version VARCHAR(40) CHARACTER SET ascii NOT NULL,
    from_version VARCHAR(40) CHARACTER SET ascii NOT NULL,
    state VARCHAR(12) CHARACTER SET ascii NOT NULL,
    says VARCHAR(1000) NULL,
    requested_at DATETIME(6) NOT NULL,
    requested_name VARCHAR(255) NOT NULL,
    ended_at DATETIME(6) NULL,
    KEY state (state),
    KEY requested_at (requested_at)
  )`,
]);
