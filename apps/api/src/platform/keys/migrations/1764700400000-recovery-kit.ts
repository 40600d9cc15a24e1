import { migration } from '../../database/migration';

/** Which kits were printed and when they were last tried; what is in one is nowhere here. */
export const RecoveryKits = migration('RecoveryKits1764700400000', [
  `CREATE TABLE IF NOT EXISTS recovery_kit (
    id UUID NOT NULL PRIMARY KEY,
    kit CHAR(4) CHARACTER SET ascii NOT NULL,
    made_at DATETIME(6) NOT NULL,
    made_name VARCHAR(255) NOT NULL,
    root_keys JSON NOT NULL,
    rehearsed_at DATETIME(6) NULL,
    KEY (made_at)
  )`,
]);
