import { TENANT_COLUMNS, migration, within } from '../../../platform/database';

export const Discovery = migration('Discovery1763700070000', [
  `CREATE TABLE IF NOT EXISTS scan (
    ${TENANT_COLUMNS},
    filename VARCHAR(255) NOT NULL,
    size INT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii NOT NULL,
    scanner VARCHAR(255) NOT NULL,
    args MEDIUMTEXT NOT NULL,
    started_at DATETIME(6) NULL,
    finished_at DATETIME(6) NULL,
    complete BOOLEAN NOT NULL,
    documents INT NOT NULL,
    warnings JSON NOT NULL,
    host_count INT NOT NULL,
    hosts_up INT NOT NULL,
    state VARCHAR(12) CHARACTER SET ascii NOT NULL,
    uploaded_by VARCHAR(64) CHARACTER SET ascii NOT NULL,
    uploaded_by_name VARCHAR(255) NOT NULL,
    accepted_at DATETIME(6) NULL,
    UNIQUE KEY scan_of_organisation (organisation_id, sha256),
    KEY (organisation_id, archived_at, created_at, id)
  )`,
  `CREATE TABLE IF NOT EXISTS scan_host (
    ${TENANT_COLUMNS},
    scan_id UUID NOT NULL,
    position INT NOT NULL,
    address VARCHAR(45) CHARACTER SET ascii NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL,
    host JSON NOT NULL,
    KEY (organisation_id, scan_id, position),
    ${within('scan_id', 'scan')}
  )`,
  `CREATE TABLE IF NOT EXISTS asset_observation (
    ${TENANT_COLUMNS},
    asset_id UUID NOT NULL,
    protocol VARCHAR(4) CHARACTER SET ascii NOT NULL,
    port INT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii NOT NULL,
    service VARCHAR(255) NULL,
    product VARCHAR(255) NULL,
    service_version VARCHAR(255) NULL,
    probed BOOLEAN NOT NULL,
    first_seen_at DATETIME(6) NOT NULL,
    last_seen_at DATETIME(6) NOT NULL,
    UNIQUE KEY observation_once (organisation_id, asset_id, protocol, port),
    KEY (organisation_id, port, asset_id),
    ${within('asset_id', 'asset')}
  )`,
]);
