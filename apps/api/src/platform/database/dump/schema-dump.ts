import type { FieldPacket } from 'mysql2';
import type { Settings } from '../../config';
import { holdAllRows } from '../row-views/held-rows';
import { organisationTables, viewOf } from '../row-views/rows-of-organisations';
import { SECRET_TABLE } from '../row-views/row-views';
import { connectTo, type DumpConnection, type DumpRole } from './connection';
import { literalOf, type DumpColumn } from './literals';

/** Text of one statement; rows of a table share it until it is this long. */
const STATEMENT_CHARS = 256 * 1024;
/** Statements between two commits of whoever loads them. */
const COMMIT_EVERY = 64;

const LET_GO = 'nothing_read';

const HEAD = [
  'SET NAMES utf8mb4',
  "SET time_zone = '+00:00'",
  "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
  'SET foreign_key_checks = 0, unique_checks = 0, autocommit = 0',
];

/**
 * A schema at one moment, as statements of one line each that `mariadb` understands as well. Reading needs SELECT alone and
 * holds nobody up: a table that was read is let go of at once. Triggers are not part of it: who restores makes the ones of the release.
 */
export class SchemaDump {
  /** Rows written so far, by table. */
  readonly counts: Record<string, number> = {};

  private constructor(
    private readonly connection: DumpConnection,
    private readonly role: DumpRole,
  ) {}

  /** Everything asked from here on is as of this moment. */
  static async open(settings: Settings, role: DumpRole = 'application'): Promise<SchemaDump> {
    const connection = await connectTo(settings, role);
    // A client that takes the rows slowly, because the target is slow, is not cut off.
    await connection.ask('SET SESSION net_write_timeout = 3600, wait_timeout = 86400');
    await connection.ask("SET time_zone = '+00:00'");
    if (role === 'application') await holdAllRows(connection, ({ text, params }) => connection.ask(text, params));
    await connection.ask('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.ask('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    await connection.ask(`SAVEPOINT ${LET_GO}`);
    return new SchemaDump(connection, role);
  }

  /** Rows of a statement as of the moment of the dump. */
  ask<T = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.connection.ask<T>(sql, values);
  }

  /** Every table with its rows; of those in `empty` the table alone. */
  async *statements(empty: readonly string[]): AsyncGenerator<string> {
    yield* lines(HEAD);
    for (const table of await this.tables()) {
      yield `${await this.structureOf(table)};\n`;
      if (!empty.includes(table)) yield* this.rows(table);
    }
    yield 'COMMIT;\n';
  }

  /** The rows of one table, as statements that insert them. */
  async *rows(table: string): AsyncGenerator<string> {
    const columns = await this.columnsOf(table);
    const writers = columns.map(literalOf);
    const head = `INSERT INTO \`${table}\` (${columns.map(({ name }) => `\`${name}\``).join(', ')}) VALUES `;
    let [values, length, statements]: [string[], number, number] = [[], 0, 0];
    this.counts[table] = 0;
    for await (const row of this.stream(table, columns)) {
      const text = `(${row.map((value, at) => (value ? writers[at]?.(value) : 'NULL')).join(',')})`;
      this.counts[table] += 1;
      values.push(text);
      length += text.length;
      if (length < STATEMENT_CHARS) continue;
      statements += 1;
      yield `${head}${values.join(',')};\n${statements % COMMIT_EVERY === 0 ? 'COMMIT;\n' : ''}`;
      [values, length] = [[], 0];
    }
    if (values.length > 0) yield `${head}${values.join(',')};\n`;
    yield 'COMMIT;\n';
    // Ends the hold on the table's definition and keeps the moment: whoever alters it waits for this table alone.
    await this.ask(`ROLLBACK TO SAVEPOINT ${LET_GO}`);
  }

  end(): Promise<void> {
    return this.connection.end();
  }

  private stream(table: string, columns: readonly DumpColumn[]): AsyncIterable<(Buffer | null)[]> {
    const names = columns.map(({ name }) => `\`${name}\``).join(', ');
    const bytes = (field: FieldPacket & { buffer(): Buffer | null }): Buffer | null => field.buffer();
    return this.connection.driver
      .query({ sql: `SELECT ${names} FROM \`${this.source(table)}\``, rowsAsArray: true, typeCast: bytes as never })
      .stream({ highWaterMark: 256 }) as AsyncIterable<(Buffer | null)[]>;
  }

  /** What the rows of a table are read from: the application has no rights on those of organisations. */
  private source(table: string): string {
    const viewed = this.role === 'application' && organisationTables().some((one) => one.table === table);
    return viewed ? viewOf(table) : table;
  }

  private async tables(): Promise<string[]> {
    const rows = await this.ask<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> '${SECRET_TABLE}' ORDER BY table_name`,
    );
    return rows.map(({ name }) => name);
  }

  private async structureOf(table: string): Promise<string> {
    const [row] = await this.ask<Record<string, string>>(`SHOW CREATE TABLE \`${table}\``);
    return (row?.['Create Table'] ?? '').replaceAll(/\s*\n\s*/g, ' ');
  }

  // What the database computes itself is computed again.
  private columnsOf(table: string): Promise<DumpColumn[]> {
    return this.ask<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position`,
      [table],
    );
  }
}

function* lines(statements: readonly string[]): Generator<string> {
  for (const statement of statements) yield `${statement};\n`;
}
