import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { EntityManager } from 'typeorm';
import { RequestContext } from '../context';
import { EventLog, type WrittenEvents } from '../events/event-log';

/** One transaction per write: the work and its events commit together, before the answer leaves. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly transactions: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly context: RequestContext,
    private readonly events: EventLog,
  ) {}

  /** The manager of the running transaction, or of the pool outside one. */
  get manager(): EntityManager {
    return this.transactions.tx;
  }

  /** Runs `work` in the transaction already open, or in a new one. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    return this.context.pendingEvents ? work() : this.commit(work);
  }

  /** Runs `work` in a transaction of its own, so that a failure around it does not undo what it records. */
  async runApart<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.context.pendingEvents;
    try {
      return await this.transactions.withoutTransaction(() => this.commit(work));
    } finally {
      this.context.collectEvents(outer);
    }
  }

  /** Runs reads beside the transaction already open, on a connection of the pool. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.withoutTransaction(work);
  }

  private async commit<T>(work: () => Promise<T>): Promise<T> {
    let written: WrittenEvents | undefined;
    this.context.collectEvents([]);
    try {
      const answer = await this.transactions.withTransaction({ isolationLevel: 'READ COMMITTED' }, async () => {
        const result = await work();
        written = await this.events.write(this.manager, this.context.pendingEvents ?? []);
        return result;
      });
      this.events.committed(written);
      return answer;
    } finally {
      this.context.collectEvents(null);
    }
  }
}
