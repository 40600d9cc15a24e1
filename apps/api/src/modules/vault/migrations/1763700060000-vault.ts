import { TENANT_COLUMNS, migration, within } from '../../../platform/database';

const FIELD_COLUMNS = `${TENANT_COLUMNS},
    credential_id UUID NOT NULL,
    field VARCHAR(32) CHARACTER SET ascii NOT NULL,
    class CHAR(1) CHARACTER SET ascii NOT NULL,
    revision INT UNSIGNED NOT NULL,
    \`blob\` MEDIUMBLOB NOT NULL`;

/** Keys of organisations, folders, credentials with their sealed fields, and what they were before. */
export const VaultTables = migration('VaultTables1763700060000', [
  `CREATE TABLE IF NOT EXISTS organisation_key (
    ${TENANT_COLUMNS},
    purpose VARCHAR(16) CHARACTER SET ascii NOT NULL,
    key_version INT UNSIGNED NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii NOT NULL,
    wrapped VARBINARY(128) NOT NULL,
    canary VARBINARY(256) NOT NULL,
    UNIQUE KEY (organisation_id, purpose, key_version)
  )`,
  // NULL parents are all different to a unique key; the organisation stands in for the root.
  `CREATE TABLE IF NOT EXISTS vault_folder (
    ${TENANT_COLUMNS},
    name VARCHAR(120) NOT NULL,
    parent_id UUID NULL,
    place UUID AS (IFNULL(parent_id, organisation_id)) VIRTUAL,
    reason_required TINYINT NOT NULL DEFAULT 0,
    step_up_minutes TINYINT NULL,
    UNIQUE KEY vault_folder_name (organisation_id, place, name),
    ${within('parent_id', 'vault_folder')}
  )`,
  `CREATE TABLE IF NOT EXISTS credential (
    ${TENANT_COLUMNS},
    name VARCHAR(255) NOT NULL,
    type VARCHAR(20) CHARACTER SET ascii NOT NULL,
    folder_id UUID NULL,
    tags JSON NULL,
    expires_on DATE NULL,
    secret_version INT UNSIGNED NOT NULL DEFAULT 0,
    secret_changed_at DATETIME(6) NULL,
    strength TINYINT NULL,
    reuse_index BINARY(16) NULL,
    KEY (organisation_id, archived_at, name, id),
    KEY (organisation_id, reuse_index),
    KEY (organisation_id, expires_on),
    ${within('folder_id', 'vault_folder')}
  )`,
  `CREATE TABLE IF NOT EXISTS credential_field (
    ${FIELD_COLUMNS},
    UNIQUE KEY (organisation_id, credential_id, field),
    ${within('credential_id', 'credential')}
  )`,
  `CREATE TABLE IF NOT EXISTS credential_past_field (
    ${FIELD_COLUMNS},
    UNIQUE KEY (organisation_id, credential_id, field, revision),
    ${within('credential_id', 'credential')}
  )`,
  `CREATE TABLE IF NOT EXISTS credential_version (
    ${TENANT_COLUMNS},
    credential_id UUID NOT NULL,
    revision INT UNSIGNED NOT NULL,
    author_id UUID NULL,
    author_name VARCHAR(255) NULL,
    changed JSON NOT NULL,
    fields JSON NOT NULL,
    UNIQUE KEY (organisation_id, credential_id, revision),
    ${within('credential_id', 'credential')}
  )`,
  // The other end has no foreign key: it is one of several tables, of modules this one does not know.
  `CREATE TABLE IF NOT EXISTS credential_link (
    ${TENANT_COLUMNS},
    credential_id UUID NOT NULL,
    target_type VARCHAR(20) CHARACTER SET ascii NOT NULL,
    target_id UUID NOT NULL,
    UNIQUE KEY (organisation_id, credential_id, target_type, target_id),
    KEY (organisation_id, target_id),
    ${within('credential_id', 'credential')}
  )`,
]);
