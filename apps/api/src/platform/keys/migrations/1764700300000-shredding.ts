import { migration } from '../../database/migration';

/** Organisations whose keys are to be destroyed, or were; two people decide, and there is a week to think again. */
export const Shreddings = migration('Shreddings1764700300000', [
  `CREATE TABLE IF NOT EXISTS shredding (
    id UUID NOT NULL PRIMARY KEY,
    owner_id UUID NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    reason VARCHAR(500) NOT NULL,
    asked_by UUID NOT NULL,
    asked_name VARCHAR(255) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    approved_by UUID NULL,
    approved_name VARCHAR(255) NULL,
    approved_at DATETIME(6) NULL,
    due_at DATETIME(6) NULL,
    ended_at DATETIME(6) NULL,
    copies_until DATETIME(6) NULL,
    running TINYINT GENERATED ALWAYS AS (IF(ended_at IS NULL, 1, NULL)) VIRTUAL,
    UNIQUE KEY (owner_id, running),
    KEY (state, due_at)
  )`,
]);
