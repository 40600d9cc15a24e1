import { RECORD_COLUMNS, migration } from '../../../platform/database';

/** What fail2ban said about addresses. */
export const AddressBans = migration('AddressBans1765100100000', [
  `CREATE TABLE IF NOT EXISTS address_ban (
    ${RECORD_COLUMNS},
    address VARCHAR(45) CHARACTER SET ascii NOT NULL,
    jail VARCHAR(40) CHARACTER SET ascii NOT NULL,
    lifted_at DATETIME(6) NULL,
    KEY (lifted_at, created_at, id),
    KEY (address, jail, lifted_at)
  )`,
]);
