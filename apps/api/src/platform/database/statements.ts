import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { Connections } from './connections';
import { reads, type Statement } from './statement';
import type { LaterWrite } from './transaction';

/** Every statement of the house: inside the unit of work under way, or on its own outside one. */
@Injectable()
export class Statements {
  constructor(
    private readonly connections: Connections,
    private readonly context: RequestContext,
  ) {}

  /** Rows of a read, or what a write changed. */
  run<T>(text: string, params: readonly unknown[] = []): Promise<T> {
    const statement: Statement = { text, params };
    const transaction = this.context.unit?.transaction;
    if (!transaction) return this.connections.once<T>(statement);
    return reads(text) ? transaction.read<T>(statement) : transaction.write<T>(statement);
  }

  /** A write whose outcome nobody waits for: it travels with the commit. */
  later(write: LaterWrite): void {
    const { unit } = this.context;
    if (!unit) throw new Error('Only a unit of work can write later.');
    unit.transaction.later(write);
  }
}
