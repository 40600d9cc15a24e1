import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { VaultOpenError, wrappedUnder } from '@st0r/crypto';
import { Sql, UnitOfWork } from '../../database';
import { RootKeys } from './root-keys';
import { wrapTables, type WrapTable } from './wrap-table';

type Row = Record<string, unknown> & { wrapped: Buffer };

/** A wrapped key that does not open. */
export interface DeadWrap {
  table: string;
  key: string;
  version: number;
  reason: string;
}

/** How many keys were wrapped again, and those that could not be. */
export interface Outcome {
  done: number;
  dead: DeadWrap[];
}

/** One stretch of a table: what is under one root key, beyond the last row that was looked at. */
interface Stretch {
  table: WrapTable;
  from: number;
  last: Row | undefined;
}

const BATCH = 200;
const BREATH_MS = 50;
// The statements below read the keys of every organisation; what they see stays wrapped or goes back wrapped.
const MARK = '/* wraps of all organisations */';
/** Bytes 2 to 5 of a wrap name its root key. */
const UNDER = 'CONV(HEX(SUBSTRING(wrapped, 3, 4)), 16, 10)';

/** All wrapped data keys of the installation, whoever owns them. */
@Injectable()
export class Wraps {
  constructor(
    private readonly roots: RootKeys,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
  ) {}

  /** How many wraps each root key version carries. */
  async count(): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (const { table, alive } of wrapTables()) {
      const rows = await this.sql.house<{ version: string; wraps: number }>(
        `SELECT ${UNDER} AS version, COUNT(*) AS wraps FROM ${table} ${MARK} WHERE ${alive} GROUP BY 1`,
      );
      for (const { version, wraps } of rows)
        counts.set(Number(version), (counts.get(Number(version)) ?? 0) + Number(wraps));
    }
    return counts;
  }

  /** Wraps again under the active root key what is under `from`; each row once, whoever else does the same. */
  async rewrap(from: number, tell: (done: number) => void): Promise<Outcome> {
    for (let done = 0; ; await sleep(BREATH_MS)) {
      const outcome = await this.pass(from, (count) => tell(done + count));
      done += outcome.done;
      // Keys that somebody was sealing with were skipped; they are free a moment later.
      if (((await this.count()).get(from) ?? 0) <= outcome.dead.length) return { done, dead: outcome.dead };
    }
  }

  /** Wraps that do not open with the keys at hand. */
  async dead(): Promise<DeadWrap[]> {
    const dead: DeadWrap[] = [];
    for (const table of wrapTables()) {
      const rows = await this.sql.house<Row>(
        `SELECT ${columnsOf(table)} FROM ${table.table} ${MARK} WHERE ${table.alive}`,
      );
      for (const row of rows) await this.open(table, row, dead);
    }
    return dead;
  }

  private async pass(from: number, tell: (done: number) => void): Promise<Outcome> {
    const outcome: Outcome = { done: 0, dead: [] };
    for (const table of wrapTables()) {
      for (let last: Row | undefined; ;) {
        const { rows, done, dead } = await this.work.run(() => this.rewrapBatch({ table, from, last }));
        outcome.done += done;
        outcome.dead.push(...dead);
        tell(outcome.done);
        if (rows.length < BATCH) break;
        last = rows.at(-1);
      }
    }
    return outcome;
  }

  /** Skips keys that are in use: waiting for one while holding others would block both sides for ever. */
  private async rewrapBatch({ table, from, last }: Stretch): Promise<Outcome & { rows: Row[] }> {
    // Counted by itself: a try that came to nothing counts nothing.
    const outcome: Outcome = { done: 0, dead: [] };
    await this.roots.holdActive();
    const { key } = table;
    const beyond = last ? `AND (${key.join(', ')}) > (${key.map(() => '?').join(', ')})` : '';
    const rows = await this.sql.house<Row>(
      `SELECT ${columnsOf(table)} FROM ${table.table} ${MARK} WHERE ${table.alive} AND ${UNDER} = ? ${beyond}
       ORDER BY ${key.join(', ')} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [from, ...(last ? key.map((column) => last[column]) : [])],
    );
    for (const row of rows) {
      const opened = await this.open(table, row, outcome.dead);
      if (opened) outcome.done += await this.put(table, row, this.roots.wrap(table.slotOf(row), opened));
    }
    return { rows, ...outcome };
  }

  private async open(table: WrapTable, row: Row, dead: DeadWrap[]) {
    try {
      return await this.roots.unwrap(table.slotOf(row), row.wrapped);
    } catch (error) {
      if (!(error instanceof VaultOpenError)) throw error;
      const key = table.key.map((column) => String(row[column])).join('/');
      dead.push({ table: table.table, key, version: wrappedUnder(row.wrapped), reason: error.reason });
      return undefined;
    }
  }

  private async put({ table, key }: WrapTable, row: Row, wrapped: Buffer): Promise<number> {
    const { affectedRows } = (await this.sql.house(
      `UPDATE ${table} ${MARK} SET wrapped = ? WHERE ${key.map((column) => `${column} = ?`).join(' AND ')} AND wrapped = ?`,
      [wrapped, ...key.map((column) => row[column]), row.wrapped],
    )) as unknown as { affectedRows: number };
    return affectedRows;
  }
}

const columnsOf = ({ key, columns }: WrapTable): string => [...new Set([...key, ...columns, 'wrapped'])].join(', ');
