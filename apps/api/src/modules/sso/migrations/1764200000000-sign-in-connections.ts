import { RECORD_COLUMNS, migration } from '../../../platform/database';

/** Ways to sign in through somebody else, who came in through them, and the roles their groups give. */
export const SignInConnections = migration('SignInConnections1764200000000', [
  `CREATE TABLE IF NOT EXISTS sign_in_connection (
    ${RECORD_COLUMNS},
    kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
    name VARCHAR(120) NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    position INT NOT NULL,
    button_label VARCHAR(80) NULL,
    button_shown TINYINT NOT NULL,
    jit TINYINT NOT NULL,
    mfa_trusted TINYINT NOT NULL,
    mfa_amr JSON NOT NULL,
    mfa_acr JSON NOT NULL,
    config JSON NOT NULL,
    KEY (position, name, id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_connection_secret (
    connection_id UUID NOT NULL,
    field VARCHAR(20) CHARACTER SET ascii NOT NULL,
    sealed BLOB NOT NULL,
    revision INT NOT NULL,
    PRIMARY KEY (connection_id, field),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_connection_health (
    connection_id UUID NOT NULL PRIMARY KEY,
    tested_fingerprint BINARY(32) NULL,
    tested_at DATETIME(6) NULL,
    last_sign_in_at DATETIME(6) NULL,
    problem_code VARCHAR(40) CHARACTER SET ascii NULL,
    problem_detail VARCHAR(1000) NULL,
    problem_at DATETIME(6) NULL,
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_domain (
    domain VARCHAR(253) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    connection_id UUID NOT NULL,
    enforced_from DATETIME(6) NULL,
    KEY (connection_id),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
  `CREATE TABLE IF NOT EXISTS break_glass_account (
    user_id UUID NOT NULL PRIMARY KEY,
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS external_identity (
    ${RECORD_COLUMNS},
    connection_id UUID NOT NULL,
    subject_hash BINARY(32) NOT NULL,
    subject VARCHAR(1024) NOT NULL,
    user_id UUID NULL,
    email VARCHAR(254) NULL,
    display_name VARCHAR(120) NULL,
    last_seen_at DATETIME(6) NULL,
    UNIQUE KEY (connection_id, subject_hash),
    KEY (user_id),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS group_mapping (
    id UUID NOT NULL PRIMARY KEY,
    connection_id UUID NOT NULL,
    group_value VARCHAR(500) NOT NULL,
    organisation_id UUID NOT NULL,
    role_id UUID NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY (connection_id, group_value, organisation_id, role_id),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id),
    FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    FOREIGN KEY (role_id) REFERENCES role (id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_attempt (
    id UUID NOT NULL PRIMARY KEY,
    state_hash BINARY(32) NOT NULL UNIQUE,
    connection_id UUID NOT NULL,
    purpose VARCHAR(10) CHARACTER SET ascii NOT NULL,
    user_id UUID NULL,
    session_id UUID NULL,
    step_up_class VARCHAR(30) CHARACTER SET ascii NULL,
    return_to VARCHAR(2000) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at DATETIME(6) NULL,
    outcome MEDIUMBLOB NULL,
    KEY (expires_at),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_entry (
    id UUID NOT NULL PRIMARY KEY,
    connection_id UUID NOT NULL,
    identity_id UUID NOT NULL,
    user_id UUID NOT NULL,
    provider_session BINARY(32) NULL,
    provider_hint MEDIUMBLOB NULL,
    created_at DATETIME(6) NOT NULL,
    KEY (connection_id, provider_session),
    KEY (identity_id),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS used_assertion (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    expires_at DATETIME(6) NOT NULL,
    KEY (expires_at)
  )`,
  `ALTER TABLE session ADD COLUMN IF NOT EXISTS entry_id UUID NULL, ADD KEY IF NOT EXISTS session_entry (entry_id)`,
  `ALTER TABLE membership ADD COLUMN IF NOT EXISTS connection_id UUID NULL`,
]);
