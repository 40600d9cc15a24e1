import { migration } from '../../../platform/database';

/** Passkeys of people's accounts, and the challenges that were answered already. */
export const PasskeyTables = migration('PasskeyTables1764900000000', [
  `CREATE TABLE IF NOT EXISTS user_passkey (
    id UUID NOT NULL PRIMARY KEY,
    user_id UUID NOT NULL,
    name VARCHAR(60) NOT NULL,
    credential_id VARBINARY(1023) NOT NULL,
    public_key VARBINARY(1024) NOT NULL,
    counter BIGINT NOT NULL,
    transports JSON NOT NULL,
    synced TINYINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    last_used_at DATETIME(6) NULL,
    UNIQUE KEY (credential_id),
    KEY (user_id),
    FOREIGN KEY (user_id) REFERENCES user_account (id)
  )`,
  `CREATE TABLE IF NOT EXISTS spent_challenge (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    expires_at DATETIME(6) NOT NULL,
    KEY (expires_at)
  )`,
]);
