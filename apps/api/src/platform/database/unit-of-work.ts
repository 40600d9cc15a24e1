import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { EntityManager } from 'typeorm';
import { InjectSettings, type Settings } from '../config';
import { RequestContext } from '../context';
import type { PendingEvent } from '../events/event';
import { EventLog, type WrittenEvents } from '../events/event-log';
import { Turns, turnsOf } from './turns';

/** One transaction per write: the work and its events commit together, before the answer leaves. */
@Injectable()
export class UnitOfWork {
  private readonly turns: Turns;
  /** What waits for the commit, by the list of events that is collected for it. */
  private readonly waiting = new WeakMap<object, (() => void)[]>();

  constructor(
    private readonly transactions: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly context: RequestContext,
    private readonly events: EventLog,
    @InjectSettings() settings: Settings,
  ) {
    this.turns = new Turns(turnsOf(settings.DATABASE_POOL));
  }

  /** The manager of the running transaction, or of the pool outside one. */
  get manager(): EntityManager {
    return this.transactions.tx;
  }

  /** Runs `work` in the transaction already open, or in a new one. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    return this.context.pendingEvents ? work() : this.turns.take(() => this.commit(work));
  }

  /** Runs `work` in a transaction of its own, so that a failure around it does not undo what it records. */
  async runApart<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.context.pendingEvents;
    const apart = (): Promise<T> => this.transactions.withoutTransaction(() => this.commit(work));
    try {
      // Whoever holds a turn must not wait for another; connections are kept back for exactly this.
      return await (outer ? apart() : this.turns.take(apart));
    } finally {
      this.context.collectEvents(outer);
    }
  }

  /** Runs reads beside the transaction already open, on a connection of the pool. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.withoutTransaction(work);
  }

  /** Calls `act` once the present unit of work has committed, and never when it does not; at once outside of one. */
  afterCommit(act: () => void): void {
    const unit = this.context.pendingEvents;
    if (!unit) return act();
    this.waiting.set(unit, [...(this.waiting.get(unit) ?? []), act]);
  }

  private async commit<T>(work: () => Promise<T>): Promise<T> {
    if (this.context.abandoned) throw new Error('This work was stopped before it came to write.');
    let written: WrittenEvents | undefined;
    const unit: PendingEvent[] = [];
    this.context.collectEvents(unit);
    try {
      const answer = await this.transactions.withTransaction({ isolationLevel: 'READ COMMITTED' }, async () => {
        const result = await work();
        written = await this.events.write(this.manager, this.context.pendingEvents ?? []);
        return result;
      });
      this.events.committed(written);
      for (const act of this.waiting.get(unit) ?? []) act();
      return answer;
    } finally {
      this.context.collectEvents(null);
    }
  }
}
