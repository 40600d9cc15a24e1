import { Injectable } from '@nestjs/common';
import { Statements } from './statements';

/** The columns that hold codes in ASCII (slugs, prefixes, addresses), as `table.column`. */
@Injectable()
export class CodeColumns {
  private known?: ReadonlySet<string>;

  constructor(private readonly statements: Statements) {}

  /** Read once, when first asked for: the schema does not change under a running process. */
  async all(): Promise<ReadonlySet<string>> {
    if (this.known) return this.known;
    const rows = await this.statements.run<{ name: string }[]>(
      `SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND character_set_name = 'ascii'`,
    );
    this.known = new Set(rows.map(({ name }) => name));
    return this.known;
  }
}
