import { migration } from '../../../platform/database';

/**
 * Failed sign-ins of the whole installation by minute, and the attacks they amounted to. A unique `open` lets one attack
 * run at a time, whichever node sees it first.
 */
export const SignInPressureTables = migration('SignInPressureTables1765706000000', [
  `CREATE TABLE IF NOT EXISTS sign_in_pressure (
    minute INT UNSIGNED NOT NULL,
    failures INT UNSIGNED NOT NULL,
    asked INT UNSIGNED NOT NULL,
    answered INT UNSIGNED NOT NULL,
    attacked TINYINT NOT NULL,
    PRIMARY KEY (minute)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_attack (
    id UUID NOT NULL,
    open TINYINT NULL,
    began_at DATETIME(6) NOT NULL,
    last_over_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6) NULL,
    peak INT UNSIGNED NOT NULL,
    asked INT UNSIGNED NOT NULL,
    answered INT UNSIGNED NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY open (open),
    KEY began_at (began_at)
  )`,
]);
