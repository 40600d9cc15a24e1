import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { Connections } from './connections';
import { ALL_ROWS, NO_ROWS, rowScope, type RowScope } from './row-views/row-scope';
import { throughViews } from './row-views/through-views';
import { reads, type Statement } from './statement';
import type { LaterWrite } from './transaction';

/** Every statement of the house: inside the unit of work under way, or on its own outside one. */
@Injectable()
export class Statements {
  constructor(
    private readonly connections: Connections,
    private readonly context: RequestContext,
  ) {}

  /** Rows of a read, or what a write changed; it meets the rows of the organisations in scope. */
  run<T>(text: string, params: readonly unknown[] = []): Promise<T> {
    return this.send({ text, params, rows: this.rowsFor(text) });
  }

  /** The same with the rows of these organisations, whatever the scope is. */
  among<T>(organisations: readonly string[], text: string, params: readonly unknown[] = []): Promise<T> {
    return this.send({ text, params, rows: rowScope(organisations) });
  }

  /** The same with rows of all organisations; the text says why in a comment. */
  everywhere<T>(text: string, params: readonly unknown[] = []): Promise<T> {
    return this.send({ text, params, rows: ALL_ROWS });
  }

  private send<T>(statement: Statement): Promise<T> {
    const { text } = statement;
    const transaction = this.context.unit?.transaction;
    if (!transaction) return this.connections.once<T>(statement);
    return reads(text) ? transaction.read<T>(statement) : transaction.write<T>(statement);
  }

  /** A write whose outcome nobody waits for: it travels with the commit. */
  later(write: LaterWrite): void {
    const { unit } = this.context;
    if (!unit) throw new Error('Only a unit of work can write later.');
    unit.transaction.later({ ...write, rows: this.rowsFor(write.text) });
  }

  private rowsFor(text: string): RowScope {
    const scope = this.context.scopeIfAny;
    if (scope) return rowScope(scope);
    // It would find nothing, and nobody would know why.
    if (throughViews(text).rows)
      throw new Error(`No organisation scope for a statement on rows of organisations: ${text.slice(0, 200)}`);
    return NO_ROWS;
  }
}
