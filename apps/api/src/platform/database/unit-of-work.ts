import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config';
import { RequestContext, type Beside, type Unit } from '../context';
import { EventLog } from '../events/event-log';
import { untilNoConflict } from './conflict';
import { Connections } from './connections';
import { confirmRights } from './rights-at-commit';
import { Statements } from './statements';
import { Transaction } from './transaction';
import { Turns, turnsOf } from './turns';

/**
 * One transaction per write: the work and its events commit together, before the answer leaves. Work the database took back
 * for somebody else's sake is done again from its beginning, a few times: it keeps nothing outside the database before its
 * transaction has committed, or hands it to `afterCommit`.
 */
@Injectable()
export class UnitOfWork {
  private readonly turns: Turns;

  constructor(
    private readonly connections: Connections,
    /** Statements of the unit of work under way, or on their own outside one. */
    readonly statements: Statements,
    private readonly context: RequestContext,
    private readonly events: EventLog,
    @InjectSettings() settings: Settings,
  ) {
    this.turns = new Turns(turnsOf(settings.DATABASE_POOL), connections.patience);
  }

  /** Runs `work` in the unit of work under way, or in a new one. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    return this.context.unit ? work() : this.commit(work, { turns: this.turns, standsOnRights: true });
  }

  /**
   * Runs `work` in a transaction of its own, so that a failure around it does not undo what it records. A unit of work
   * around it is not tried again afterwards, unless `once` names what was done: then a further try is given its answer.
   */
  async runApart<T>(work: () => Promise<T>, once?: string): Promise<T> {
    const beside = this.context.unit?.beside;
    if (once !== undefined && beside?.kept.has(once)) return beside.kept.get(once) as T;
    // Whoever holds a turn must not wait for another; connections are kept back for exactly this.
    const turns = this.context.unit?.transaction.open ? undefined : this.turns;
    const answer = await this.commit(work, { turns, standsOnRights: false });
    if (once !== undefined) beside?.kept.set(once, answer);
    else if (beside) beside.done = true;
    return answer;
  }

  /** Runs reads beside the unit of work under way. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    return this.context.unit ? this.context.within(null, work) : work();
  }

  /** Calls `act` once the present unit of work has committed, and never when it does not; at once outside of one. */
  afterCommit(act: () => void): void {
    const { unit } = this.context;
    if (unit) unit.afterwards.push(act);
    else act();
  }

  /** Runs `work` inside the present unit of work; what it wrote and recorded before it threw is taken back, the rest stays. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const unit = this.present;
    const before = tracesOf(unit);
    await unit.transaction.savepoint('attempt');
    try {
      const result = await work();
      await unit.transaction.release('attempt');
      return result;
    } catch (error) {
      await takeBack(unit, 'attempt', before);
      throw error;
    }
  }

  /** Runs `work` inside the present unit of work and takes everything back: what would happen, as it would happen. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    const unit = this.present;
    const before = tracesOf(unit);
    await unit.transaction.savepoint('rehearsal');
    try {
      return await work();
    } finally {
      await takeBack(unit, 'rehearsal', before);
    }
  }

  private get present(): Unit {
    const { unit } = this.context;
    if (!unit) throw new Error('There is no unit of work to try something in.');
    return unit;
  }

  /** Each try is a unit of its own: events, acts after the commit and the look at the rights of one that failed go with it. */
  private async commit<T>(work: () => Promise<T>, manner: Manner): Promise<T> {
    const beside: Beside = { kept: new Map(), done: false };
    const backToTheBeginning = this.context.remember();
    let last: Transaction | undefined;
    return untilNoConflict(
      (tries) => {
        if (tries > 1) backToTheBeginning();
        last = new Transaction(this.connections, manner.turns);
        return this.once(work, manner, { transaction: last, beside });
      },
      // Not the error decides: on its way it may have been turned into words.
      {
        patience: this.connections.patience,
        repeatable: () => last?.conflict !== undefined && !beside.done && !this.context.abandoned,
      },
    );
  }

  private async once<T>(
    work: () => Promise<T>,
    { standsOnRights }: Manner,
    begin: Pick<Unit, 'transaction' | 'beside'>,
  ): Promise<T> {
    if (this.context.abandoned) throw new Error('This work was stopped before it came to write.');
    const unit: Unit = { ...begin, events: [], afterwards: [], rightsConfirmed: false };
    const { transaction } = unit;
    try {
      const answer = await this.context.within(unit, work);
      const written = this.events.write(unit);
      if (standsOnRights && !transaction.idle) confirmRights(unit, this.context.rights);
      await transaction.commit();
      this.events.committed(written);
      for (const act of unit.afterwards) act();
      return answer;
    } catch (error) {
      await transaction.rollback();
      // Whatever was made of it on the way, this is what it was.
      throw transaction.conflict ?? error;
    }
  }
}

/** Whether it waits for its turn, and whether it is kept only while the actor holds the rights it was let in for. */
type Manner = { turns: Turns | undefined; standsOnRights: boolean };

/** How much waits for the commit: events, and acts that follow it. */
type Traces = { events: number; acts: number; rightsConfirmed: boolean };
const tracesOf = ({ events, afterwards, rightsConfirmed }: Unit): Traces => ({
  events: events.length,
  acts: afterwards.length,
  rightsConfirmed,
});

async function takeBack(unit: Unit, savepoint: string, before: Traces): Promise<void> {
  await unit.transaction.takeBack(savepoint);
  unit.events.splice(before.events);
  unit.afterwards.splice(before.acts);
  // What was taken back may have been the look itself.
  unit.rightsConfirmed = before.rightsConfirmed;
}
