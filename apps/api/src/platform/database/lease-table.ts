/** The statement that makes a table of leases, where there is none. */
export const leaseTable = (name: string): string => `CREATE TABLE IF NOT EXISTS ${name} (
    name VARCHAR(60) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    holder UUID NOT NULL,
    term BIGINT UNSIGNED NOT NULL,
    held_until DATETIME(6) NOT NULL
  )`;
