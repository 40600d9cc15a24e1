import type { MigrationInterface, QueryRunner } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/**
 * A migration of one structural statement each, safe to re-run because MariaDB cannot roll back DDL.
 * `name` ends in the 13-digit time TypeORM sorts by. There is no way down: the next release moves forward.
 */
export function migration(name: string, statements: readonly string[]): MigrationClass {
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = false;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }
    async down(): Promise<void> {
      throw new Error(`${name} moves forward only; restore the backup instead.`);
    }
  };
}

/** Columns every record has. */
export const RECORD_COLUMNS = `id UUID NOT NULL PRIMARY KEY, version INT NOT NULL DEFAULT 1, created_at DATETIME(6) NOT NULL, updated_at DATETIME(6) NOT NULL, archived_at DATETIME(6) NULL`;

/** Columns and keys every record of an organisation has; the unique pair is what composite foreign keys point at. */
export const TENANT_COLUMNS = `${RECORD_COLUMNS}, organisation_id UUID NOT NULL, UNIQUE KEY (organisation_id, id), FOREIGN KEY (organisation_id) REFERENCES organisation (id)`;

/** A foreign key that cannot leave the organisation. */
export const within = (column: string, table: string): string =>
  `FOREIGN KEY (organisation_id, ${column}) REFERENCES ${table} (organisation_id, id)`;
