import { migration } from '../../../platform/database';

/** How people prove who they are: passwords, second factors, sessions, links. */
export const AuthTables = migration('AuthTables1763700003000', [
  `CREATE TABLE IF NOT EXISTS user_password (
    user_id UUID NOT NULL PRIMARY KEY,
    hash VARCHAR(300) CHARACTER SET ascii NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS user_totp (
    user_id UUID NOT NULL,
    state VARCHAR(8) CHARACTER SET ascii NOT NULL,
    seed VARBINARY(512) NOT NULL,
    last_step BIGINT NOT NULL DEFAULT 0,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, state),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS recovery_code (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    user_id UUID NOT NULL,
    used_at DATETIME(6) NULL,
    KEY (user_id),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS session (
    id UUID NOT NULL PRIMARY KEY,
    user_id UUID NOT NULL,
    scope VARCHAR(10) CHARACTER SET ascii NOT NULL,
    interactive TINYINT NOT NULL,
    amr JSON NOT NULL,
    authenticated_at DATETIME(6) NOT NULL,
    stepped_up JSON NOT NULL,
    last_seen_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    revoked_at DATETIME(6) NULL,
    ip VARCHAR(45) CHARACTER SET ascii NULL,
    user_agent VARCHAR(255) NULL,
    KEY (user_id, revoked_at),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS refresh_token (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    session_id UUID NOT NULL,
    used_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    KEY (session_id),
    FOREIGN KEY (session_id) REFERENCES session (id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_link (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    kind VARCHAR(10) CHARACTER SET ascii NOT NULL,
    user_id UUID NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at DATETIME(6) NULL,
    KEY (user_id, kind),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS sign_in_slowdown (
    id BINARY(32) NOT NULL PRIMARY KEY,
    failures INT NOT NULL,
    blocked_until DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS platform_key (
    purpose VARCHAR(20) CHARACTER SET ascii NOT NULL,
    version INT NOT NULL,
    wrapped VARBINARY(128) NOT NULL,
    PRIMARY KEY (purpose, version)
  )`,
  `CREATE TABLE IF NOT EXISTS platform_setting (
    name VARCHAR(60) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    value JSON NOT NULL
  )`,
]);
