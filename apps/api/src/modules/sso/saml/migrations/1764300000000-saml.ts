import { migration } from '../../../../platform/database';

/** Our own SAML keys, and what was noticed about a provider's metadata and certificates. */
export const Saml = migration('Saml1764300000000', [
  `CREATE TABLE IF NOT EXISTS saml_key (
    id UUID NOT NULL PRIMARY KEY,
    key_use VARCHAR(10) CHARACTER SET ascii NOT NULL UNIQUE,
    certificate TEXT CHARACTER SET ascii NOT NULL,
    sealed BLOB NOT NULL,
    created_at DATETIME(6) NOT NULL
  )`,
]);
