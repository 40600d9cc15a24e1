import { Injectable } from '@nestjs/common';
import { Statements } from '../database';
import { migrationsOfTheHouse } from '../database/migrations';

/** How the schema of the database compares with what this release was written for. */
export interface SchemaFacts {
  /** The last step that was taken. */
  readonly newest: string | null;
  /** Steps of this release that were not taken yet. */
  readonly missing: readonly string[];
  /** Steps taken that this release does not know: a newer one was here. */
  readonly unknown: number;
}

/** Reads which steps the schema has taken. */
@Injectable()
export class SchemaState {
  constructor(private readonly statements: Statements) {}

  async read(): Promise<SchemaFacts> {
    const rows = await this.statements.run<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY timestamp');
    const taken = new Set(rows.map(({ name }) => name));
    const ours = migrationsOfTheHouse().map((step) => new step().name ?? step.name);
    const missing = ours.filter((name) => !taken.has(name));
    return { newest: rows.at(-1)?.name ?? null, missing, unknown: taken.size + missing.length - ours.length };
  }
}
