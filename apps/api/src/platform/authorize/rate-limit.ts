import { Injectable } from '@nestjs/common';
import { ProcessBudgets, shareOf, stricterOf, type Rate, type Taken } from './gcra';
import { HouseBudgets } from './house-budgets';
import { LiveNodes } from './live-nodes';
import { RedisBudgets } from './redis-budgets';

/** How many places a call takes, and where the budget is kept. */
export interface Taking {
  cost?: number;
  /**
   * Where places are counted without Redis, or while it is away. `house`: in MariaDB, durable and exact across processes,
   * for what an attacker must not get twice. `process`: in memory, each node its part, for what only has to be fair and
   * must not cost a statement. `node`: in memory, the whole on each node, for what only keeps a log short.
   */
  kept?: 'house' | 'process' | 'node';
}

/**
 * What is owed is a time at the rate it was taken at: under another rate it would hold for hours, or for nothing. Whoever
 * changes a limit lets it begin anew, for everybody and in every store.
 */
const underRate = (name: string, { limit, periodSeconds, burst }: Rate): string =>
  `${name} at ${limit}/${periodSeconds}/${burst}`;

/** Budgets after GCRA: a steady rate with bursts. The one place where any limit is taken. */
@Injectable()
export class RateLimit {
  private readonly here = new ProcessBudgets();

  constructor(
    private readonly house: HouseBudgets,
    private readonly redis: RedisBudgets,
    private readonly nodes: LiveNodes,
  ) {}

  /** Takes places of the budget of `key`. In MariaDB and inside a unit of work, it counts only when that commits. */
  async take(name: string, rate: Rate, { cost = 1, kept = 'house' }: Taking = {}): Promise<Taken> {
    const key = underRate(name, rate);
    const there = await this.redis.take(key, rate, cost);
    // One after the other: of two answers at once, each may allow another one of many calls.
    if (there && (!there.allowed || !this.redis.settling(rate))) return there;
    const here = await this.takeWithoutRedis(key, rate, { cost, kept });
    // Redis is back, perhaps empty: what was taken meanwhile still counts until it would have been given back anyway.
    return there ? stricterOf(there, here) : here;
  }

  private takeWithoutRedis(key: string, rate: Rate, { cost, kept }: Required<Taking>): Promise<Taken> | Taken {
    if (kept === 'house') return this.house.take(key, rate, cost);
    const share = kept === 'node' ? rate : shareOf(rate, this.nodes.count, cost);
    return this.here.take(key, share, { cost, now: Date.now() / 1000 });
  }
}
