import { migration } from '../../../../platform/database';

/** Our own SAML keys, and which certificates of providers were warned about. */
export const Saml = migration('Saml1764300000000', [
  `CREATE TABLE IF NOT EXISTS saml_key (
    id UUID NOT NULL PRIMARY KEY,
    key_use VARCHAR(10) CHARACTER SET ascii NOT NULL UNIQUE,
    certificate TEXT CHARACTER SET ascii NOT NULL,
    sealed BLOB NOT NULL,
    created_at DATETIME(6) NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS saml_certificate_warning (
    connection_id UUID NOT NULL,
    fingerprint CHAR(95) CHARACTER SET ascii NOT NULL,
    trouble VARCHAR(15) CHARACTER SET ascii NOT NULL,
    warned_at DATETIME(6) NOT NULL,
    PRIMARY KEY (connection_id, fingerprint, trouble),
    FOREIGN KEY (connection_id) REFERENCES sign_in_connection (id)
  )`,
]);
