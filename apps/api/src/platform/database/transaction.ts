import type { PoolConnection } from 'mysql2';
import { STILL_OPEN } from './bundle';
import { isConflict } from './conflict';
import type { Connections } from './connections';
import type { RowScope } from './row-views/row-scope';
import { StatementRefused, writtenTable, type Statement } from './statement';
import type { Turns } from './turns';

/** A write whose outcome nobody waits for; it travels with the commit. */
export interface LaterWrite extends Statement {
  /** What a refusal means. */
  refused?: (error: unknown) => unknown;
}

const START: Statement = { text: 'START TRANSACTION', params: [] };
const COMMIT: Statement = { text: 'COMMIT', params: [] };
const ROLLBACK: Statement = { text: 'ROLLBACK', params: [] };
/** Values in one bundle. */
const MOST_VALUES = 5_000;

/**
 * The transaction of one unit of work. It begins with the first write, in the same trip to the database; what nobody
 * waits for is sent together with the commit. Before that, reads need no transaction: READ COMMITTED shows each of them
 * what is committed at that moment, inside one or not.
 */
export class Transaction {
  private line: Promise<PoolConnection> | undefined;
  private leave: (() => void) | undefined;
  private begun = false;
  private over = false;
  private waiting: LaterWrite[] = [];
  private undone: unknown;

  /** `turns` is left out for work beside another transaction, which must not wait for its own kind. */
  constructor(
    private readonly connections: Connections,
    private readonly turns?: Turns,
  ) {}

  /** True while a connection belongs to it. */
  get open(): boolean {
    return this.line !== undefined;
  }

  /** The refusal with which the database took everything back; whoever caught it cannot go on here. */
  get conflict(): unknown {
    return this.undone;
  }

  /** True when there is nothing to commit. */
  get idle(): boolean {
    return this.line === undefined && this.waiting.length === 0;
  }

  async read<T>(statement: Statement): Promise<T> {
    this.stillWhole();
    if (this.waiting.some(({ text }) => mentions(statement.text, writtenTable(text)))) await this.flush();
    if (!this.line) return this.connections.once<T>(statement);
    return this.heard(this.connections.send<T>(await this.line, statement));
  }

  /** Writes now and answers what came of it. */
  async write<T>(statement: Statement): Promise<T> {
    if (this.over) throw new Error('This unit of work is over.');
    this.stillWhole();
    if (this.waiting.length > 0) await this.flush();
    const line = await this.connected(statement.rows);
    await this.heard(this.connections.prepared(line, [statement]));
    return this.heard(this.connections.together<T>(line, this.connections.bundled(line, this.told([statement]))));
  }

  /** Writes before the next read of the same table, and with the commit at the latest. */
  later(write: LaterWrite): void {
    if (this.over) throw new Error('This unit of work is over.');
    this.waiting.push(write);
  }

  /** A point to come back to. Everything before it is sent first. */
  async savepoint(name: string): Promise<void> {
    await this.write({ text: `SAVEPOINT ${name}`, params: [] });
  }

  /** What was written since the savepoint stays; whatever would be refused is refused now. */
  async release(name: string): Promise<void> {
    await this.write({ text: `RELEASE SAVEPOINT ${name}`, params: [] });
  }

  /** Undoes what was written since the savepoint, also what has not been sent yet. */
  async takeBack(name: string): Promise<void> {
    this.waiting = [];
    await this.write({ text: `ROLLBACK TO SAVEPOINT ${name}`, params: [] });
  }

  /** Makes everything durable and gives the connection back. */
  async commit(): Promise<void> {
    this.stillWhole();
    if (this.line || this.waiting.length > 0) await this.flush(COMMIT);
    await this.close();
  }

  /** Undoes everything, also when the connection is gone. */
  async rollback(): Promise<void> {
    this.waiting = [];
    const line = await this.line?.catch(() => undefined);
    if (line && this.begun) await this.connections.send(line, ROLLBACK).catch(() => line.destroy());
    await this.close();
  }

  private async flush(last?: Statement): Promise<void> {
    const line = await this.connected(this.waiting.find(({ rows }) => rows)?.rows);
    await this.heard(this.connections.prepared(line, this.waiting));
    const waiting = [...this.waiting, ...(last ? [last] : [])];
    this.waiting = [];
    for (const some of bundles(waiting)) {
      const statements = this.connections.bundled<LaterWrite>(line, this.told(some));
      try {
        await this.heard(this.connections.together(line, traced(statements)));
      } catch (error) {
        throw await this.explained(line, statements, error);
      }
    }
  }

  /** Statements of one trip, with what begins the transaction or makes sure of it. */
  private told<S extends Statement>(statements: readonly S[]): (S | Statement)[] {
    const first = this.begun ? STILL_OPEN : START;
    this.begun = true;
    for (const statement of first === START ? [START, ...statements] : statements) this.connections.tell(statement);
    return [first, ...statements];
  }

  /** What the refusal of a bundle means to the one statement it came from. */
  private async explained(line: PoolConnection, statements: readonly LaterWrite[], error: unknown): Promise<unknown> {
    const refusals = statements.filter(({ refused }) => refused);
    if (refusals.length === 0 || !(error instanceof StatementRefused)) return error;
    const [row] = await this.connections
      .sendUntold<{ piece: string | null }[]>(line, { text: 'SELECT @piece AS piece', params: [] })
      .catch(() => []);
    return statements[Number(row?.piece ?? -1)]?.refused?.(error) ?? error;
  }

  /** What came back; a conflict is remembered, for whatever follows it would begin a transaction without what came before. */
  private async heard<T>(sent: Promise<T>): Promise<T> {
    try {
      return await sent;
    } catch (error) {
      if (isConflict(error)) this.undone ??= error;
      throw error;
    }
  }

  private stillWhole(): void {
    if (this.undone !== undefined) throw this.undone;
  }

  private connected(rows?: RowScope): Promise<PoolConnection> {
    this.line ??= this.begin(rows);
    return this.line;
  }

  private async begin(rows?: RowScope): Promise<PoolConnection> {
    this.leave = await this.turns?.enter();
    return this.connections.take(rows);
  }

  private async close(): Promise<void> {
    this.over = true;
    const { line, leave } = this;
    this.line = undefined;
    this.leave = undefined;
    await line?.then(
      (connection) => this.connections.giveBack(connection),
      () => undefined,
    );
    leave?.();
  }
}

/** Statements of a bundle, each with its number before it, so that a refusal can be traced to one of them. */
function traced(statements: readonly LaterWrite[]): readonly Statement[] {
  if (!statements.some(({ refused }) => refused)) return statements;
  return statements.flatMap((statement, at) => [{ text: `SET @piece = ${at}`, params: [] }, statement]);
}

/** As few bundles as stay far below the packet limit. */
function bundles(statements: readonly LaterWrite[]): LaterWrite[][] {
  const filled: LaterWrite[][] = [[]];
  let values = 0;
  for (const statement of statements) {
    values += statement.params.length;
    if (values > MOST_VALUES && filled.at(-1)?.length) {
      filled.push([]);
      values = statement.params.length;
    }
    filled.at(-1)?.push(statement);
  }
  return filled;
}

const mentions = (text: string, table: string | undefined): boolean =>
  table === undefined || new RegExp(`\\b${table}\\b`, 'i').test(text);
