import { RECORD_COLUMNS, TENANT_COLUMNS, migration } from '../../../platform/database';

/** People with accounts, roles, and who has which role where. */
export const AccessTables = migration('AccessTables1763700002000', [
  `CREATE TABLE IF NOT EXISTS user_account (
    ${RECORD_COLUMNS},
    email VARCHAR(254) NOT NULL UNIQUE,
    name VARCHAR(120) NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    platform_admin TINYINT NOT NULL DEFAULT 0,
    require_mfa TINYINT NOT NULL DEFAULT 0,
    authz_epoch INT NOT NULL DEFAULT 1,
    preferences JSON NULL
  )`,
  `CREATE TABLE IF NOT EXISTS role (
    ${RECORD_COLUMNS},
    name VARCHAR(80) NOT NULL UNIQUE,
    description VARCHAR(300) NULL,
    template VARCHAR(20) CHARACTER SET ascii NULL UNIQUE,
    require_mfa TINYINT NOT NULL DEFAULT 0,
    permissions JSON NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS membership (
    ${TENANT_COLUMNS},
    user_id UUID NOT NULL,
    role_id UUID NOT NULL,
    user_name VARCHAR(120) NOT NULL,
    valid_from DATE NULL,
    valid_until DATE NULL,
    source VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'local',
    UNIQUE KEY (organisation_id, user_id, role_id),
    KEY (user_id),
    FOREIGN KEY (user_id) REFERENCES user_account (id),
    FOREIGN KEY (role_id) REFERENCES role (id)
  )`,
]);
