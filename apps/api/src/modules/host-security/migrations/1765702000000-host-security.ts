import { RECORD_COLUMNS, migration } from '../../../platform/database';

/** What sources say about packages, and what is decided about it. */
export const HostSecurityTables = migration('HostSecurityTables1765702000000', [
  `CREATE TABLE IF NOT EXISTS inspection (
    ${RECORD_COLUMNS},
    source VARCHAR(10) CHARACTER SET ascii NOT NULL,
    subject VARCHAR(255) NOT NULL,
    taken_at DATETIME(6) NOT NULL,
    known_at DATETIME(6) NULL,
    packages INT NULL,
    updates INT NULL,
    critical INT NOT NULL,
    high INT NOT NULL,
    medium INT NOT NULL,
    low INT NOT NULL,
    unrated INT NOT NULL,
    appeared INT NOT NULL,
    vanished INT NOT NULL,
    problem VARCHAR(500) NULL,
    KEY (taken_at, id),
    KEY (source, taken_at)
  )`,
  `CREATE TABLE IF NOT EXISTS inspected (
    source VARCHAR(10) CHARACTER SET ascii NOT NULL,
    subject VARCHAR(255) NOT NULL,
    inspection_id UUID NOT NULL,
    PRIMARY KEY (source, subject)
  )`,
  `CREATE TABLE IF NOT EXISTS weakness (
    ${RECORD_COLUMNS},
    source VARCHAR(10) CHARACTER SET ascii NOT NULL,
    subject VARCHAR(255) NOT NULL,
    identity BINARY(32) NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
    severity VARCHAR(10) CHARACTER SET ascii NOT NULL,
    severity_rank TINYINT NOT NULL,
    package VARCHAR(200) NOT NULL,
    installed VARCHAR(200) NULL,
    fixed_in VARCHAR(200) NULL,
    reference VARCHAR(200) NULL,
    title VARCHAR(300) NOT NULL,
    url VARCHAR(500) NULL,
    first_seen_at DATETIME(6) NOT NULL,
    last_seen_at DATETIME(6) NOT NULL,
    gone_at DATETIME(6) NULL,
    decision VARCHAR(10) CHARACTER SET ascii NULL,
    reason VARCHAR(500) NULL,
    decided_until DATETIME(6) NULL,
    decided_at DATETIME(6) NULL,
    decided_name VARCHAR(255) NULL,
    UNIQUE KEY (source, subject, identity),
    KEY (severity_rank, package, id)
  )`,
]);
