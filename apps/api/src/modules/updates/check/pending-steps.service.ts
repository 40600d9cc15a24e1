import { Injectable } from '@nestjs/common';
import type { Manifest } from '../../../../../../deploy/updater/bundle.mjs';
import { Sql, Statements } from '../../../platform/database';

/** A table a step touches; rows are the database's own estimate. */
export interface TouchedTable {
  table: string;
  rows: number;
  bytes: number;
}

/** A step of the schema this database has not taken. */
export interface PendingStep {
  name: string;
  tables: TouchedTable[];
  removes: boolean;
  /** Tables, and columns as `table.column`, that are gone afterwards; a bundle of an older tool does not say. */
  drops: readonly string[];
}

/** A disk of a small server rewrites a table about this fast. */
const BYTES_A_SECOND = 20 * 1024 ** 2;
const SECONDS_A_STEP = 0.5;

/** Which steps a release would take here, and how much lies in the tables they touch. */
@Injectable()
export class PendingSteps {
  constructor(
    private readonly sql: Sql,
    private readonly statements: Statements,
  ) {}

  async of({ schema }: Manifest): Promise<PendingStep[]> {
    const taken = new Set(await this.taken());
    const sizes = await this.sizes();
    return schema
      .filter(({ name }) => !taken.has(name))
      .map(({ name, tables, removes, drops = [] }) => ({
        ...{ name, removes, drops },
        tables: tables.map((table) => sizeOf(sizes, table)),
      }));
  }

  /** Names of the steps this database has taken, the last one last. */
  async taken(): Promise<string[]> {
    const rows = await this.statements.run<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY timestamp');
    return rows.map(({ name }) => name);
  }

  private async sizes(): Promise<Map<string, TouchedTable>> {
    const all = await this.sql.house<{ name: string; rowCount: string | null; bytes: string | null }>(
      `SELECT table_name AS name, table_rows AS rowCount, data_length + index_length AS bytes
       FROM information_schema.tables WHERE table_schema = DATABASE()`,
    );
    return new Map(
      all.map(({ name, rowCount, bytes }) => [name, { table: name, rows: Number(rowCount), bytes: Number(bytes) }]),
    );
  }
}

/** How long the steps take at most, if each writes its tables anew: most only add a column and take no time. */
export function secondsOf(steps: readonly PendingStep[]): number {
  const bytes = steps.flatMap(({ tables }) => tables).reduce((sum, one) => sum + one.bytes, 0);
  return Math.ceil(steps.length * SECONDS_A_STEP + bytes / BYTES_A_SECOND);
}

const sizeOf = (sizes: ReadonlyMap<string, TouchedTable>, table: string): TouchedTable =>
  sizes.get(table) ?? { table, rows: 0, bytes: 0 };
