import { databaseAccount, type Settings } from '../../config';
import { connectTo, type DumpConnection } from './connection';
import { madeBeside, tablesOf } from './scratch-schema';

/** Puts the tables of another schema in the place of the installation's own, all of them in one step or none. */
export class SchemaSwap {
  private constructor(
    private readonly connection: DumpConnection,
    private readonly here: string,
  ) {}

  static async open(settings: Settings): Promise<SchemaSwap> {
    const connection = await connectTo(settings, 'migration');
    // Somebody who still reads is waited for, and not for ever.
    await connection.ask('SET SESSION lock_wait_timeout = 60');
    return new SchemaSwap(connection, databaseAccount(settings, 'migration').database);
  }

  /** Where the tables that were here are kept until `keep`. */
  get before(): string {
    return `${this.here}_before`;
  }

  /** True where an exchange was interrupted and never kept: what was here before is still there, and nowhere else. */
  async interrupted(): Promise<boolean> {
    return (await tablesOf(this.connection, this.before)).length > 0;
  }

  /** Exchanges the tables. The rights on them are by name and stay; triggers are not carried along. */
  async take(from: string): Promise<void> {
    await madeBeside(this.connection, this.before);
    await this.exchange(from, this.before);
  }

  /** Puts everything back as it was. */
  async undo(from: string): Promise<void> {
    await this.exchange(this.before, from);
    // Nothing is in it any more.
    await this.keep();
  }

  /** The same where `from` is somebody else's by now: what took the place is removed instead of moved back. */
  async putBack(): Promise<void> {
    const taken = await tablesOf(this.connection, this.here);
    await this.connection.ask('SET foreign_key_checks = 0');
    // Its triggers go with a table.
    if (taken.length > 0) await this.connection.ask(`DROP TABLE ${taken.map((table) => this.named(table)).join(', ')}`);
    await this.connection.ask('SET foreign_key_checks = 1');
    // Stopped in between, it is an interrupted restore: all that was here before is in the schema beside.
    const moves = await this.moves(this.before, this.here);
    if (moves.length > 0) await this.connection.ask(`RENAME TABLE ${moves.join(', ')}`);
    await this.keep();
  }

  /** Forgets what was here before. */
  async keep(): Promise<void> {
    await this.connection.ask(`DROP DATABASE IF EXISTS \`${this.before}\``);
  }

  ask<T = Record<string, unknown>>(sql: string): Promise<T[]> {
    return this.connection.ask<T>(sql);
  }

  /** True where the installation's own schema holds anything. */
  async occupied(): Promise<boolean> {
    return (await tablesOf(this.connection, this.here)).length > 0;
  }

  end(): Promise<void> {
    return this.connection.end();
  }

  private async exchange(from: string, to: string): Promise<void> {
    // A table with a trigger cannot leave its schema.
    const triggers = await this.connection.ask<{ name: string }>(
      `SELECT CONCAT('\`', trigger_schema, '\`.\`', trigger_name, '\`') AS name
       FROM information_schema.triggers WHERE trigger_schema IN (?, ?)`,
      [this.here, from],
    );
    for (const { name } of triggers) await this.connection.ask(`DROP TRIGGER IF EXISTS ${name}`);
    const moves = [...(await this.moves(this.here, to)), ...(await this.moves(from, this.here))];
    await this.connection.ask(`RENAME TABLE ${moves.join(', ')}`);
  }

  private async moves(source: string, target: string): Promise<string[]> {
    const tables = await tablesOf(this.connection, source);
    return tables.map((table) => `${this.named(table, source)} TO ${this.named(table, target)}`);
  }

  private named(table: string, schema = this.here): string {
    return `\`${schema}\`.\`${table}\``;
  }
}
