import { basename, join } from 'node:path';

/** The strict mode every connection starts in, the same in tests and in production. */
export const SQL_MODE =
  'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE';

const PROFILES = {
  durable: [
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-doublewrite=ON',
    '--innodb-buffer-pool-size=256M',
    '--innodb-log-file-size=96M',
    '--max-connections=100',
  ],
  // A test's data may die with the machine: no flushing, small files.
  test: [
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=OFF',
    '--innodb-flush-method=nosync',
    '--innodb-buffer-pool-size=128M',
    '--innodb-log-file-size=64M',
    '--max-connections=300',
  ],
};

/** Command line of our mariadbd: no network, UTF-8, strict, and a clock no session can forge. */
export function serverOptions({ dataDir, socket, memory, initFile, temporary }) {
  return [
    '--no-defaults',
    `--datadir=${dataDir}`,
    `--socket=${socket}`,
    `--pid-file=${join(dataDir, 'mariadb.pid')}`,
    `--init-file=${initFile}`,
    // A folder of its own: a server that starts clears temporary tables out of a shared one under another's feet.
    `--tmpdir=${temporary}`,
    `--ignore-db-dirs=${basename(temporary)}`,
    '--skip-networking',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_520_ci',
    `--sql-mode=${SQL_MODE}`,
    '--default-time-zone=+00:00',
    '--secure-timestamp=YES',
    '--local-infile=OFF',
    '--symbolic-links=OFF',
    '--innodb-strict-mode=ON',
    '--innodb-file-per-table=ON',
    '--innodb-ft-min-token-size=2',
    '--max-allowed-packet=64M',
    '--performance-schema=OFF',
    ...PROFILES[memory],
  ];
}
