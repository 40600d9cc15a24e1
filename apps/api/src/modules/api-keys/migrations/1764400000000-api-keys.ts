import { TENANT_COLUMNS, migration, within } from '../../../platform/database';

/**
 * Keys of programs, their secrets, and what they tried beyond their scopes. Breaches have no foreign key: checking it
 * would lock the key's row by another index than counting does, and two at once would wait for each other.
 */
export const ApiKeyTables = migration('ApiKeyTables1764400000000', [
  `CREATE TABLE IF NOT EXISTS api_key (
    ${TENANT_COLUMNS},
    name VARCHAR(120) NOT NULL,
    note VARCHAR(500) NULL,
    owner_id UUID NOT NULL,
    owner_name VARCHAR(120) NOT NULL,
    prefix CHAR(15) CHARACTER SET ascii NOT NULL,
    organisation_ids JSON NOT NULL,
    scopes JSON NOT NULL,
    networks JSON NOT NULL,
    requests_per_minute INT NOT NULL,
    expires_on DATE NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    suspended_at DATETIME(6) NULL,
    suspended_for VARCHAR(12) CHARACTER SET ascii NULL,
    revoked_at DATETIME(6) NULL,
    last_used_at DATETIME(6) NULL,
    last_used_ip VARCHAR(45) CHARACTER SET ascii NULL,
    KEY (organisation_id, archived_at, name, id),
    KEY (owner_id),
    FOREIGN KEY (owner_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS api_key_secret (
    id CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    api_key_id UUID NOT NULL,
    hash BINARY(32) NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    ends_at DATETIME(6) NULL,
    KEY (organisation_id, api_key_id),
    ${within('api_key_id', 'api_key')}
  )`,
  `CREATE TABLE IF NOT EXISTS api_key_breach (
    organisation_id UUID NOT NULL,
    api_key_id UUID NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    KEY (organisation_id, api_key_id, occurred_at)
  )`,
]);
