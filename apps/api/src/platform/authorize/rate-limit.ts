import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Sql, registerMigrations } from '../database';
import { ProcessBudgets, intervalOf, takenOf, toleranceOf, type Rate, type Taken } from './gcra';
import { RateLimits } from './migrations/1763700060100-rate-limit';

registerMigrations(RateLimits);

/** How many places a call takes, and where the budget is kept. */
export interface Taking {
  cost?: number;
  /**
   * `house`: durable and exact across processes, for what an attacker must not get twice. `process`: in memory, for
   * what only has to be fair and must not cost a statement.
   */
  kept?: 'house' | 'process';
}

const NOW = 'UNIX_TIMESTAMP(SYSDATE(6))';

/** Budgets after GCRA: a steady rate with bursts. The one place where any limit is taken. */
@Injectable()
export class RateLimit {
  private readonly here = new ProcessBudgets();

  constructor(private readonly sql: Sql) {}

  /** Takes places of the budget of `key`. In the house inside a unit of work, it counts only when that commits. */
  async take(key: string, rate: Rate, { cost = 1, kept = 'house' }: Taking = {}): Promise<Taken> {
    if (kept === 'process') return this.here.take(key, rate, { cost, now: Date.now() / 1000 });
    return this.takeInHouse(key, rate, cost);
  }

  /** One statement, so parallel calls cannot share a place. */
  private async takeInHouse(key: string, rate: Rate, cost: number): Promise<Taken> {
    const spent = cost * intervalOf(rate);
    // Assignments run from left to right: `allowed` is decided on the old `due`, the new `due` on that decision.
    const [row] = await this.sql.house<{ allowed: number; ahead: number }>(
      `INSERT INTO rate_limit (id, due, allowed) VALUES (?, ${NOW} + ?, 1)
       ON DUPLICATE KEY UPDATE
         allowed = IF(due <= ${NOW} + ?, 1, 0),
         due = IF(allowed = 1, GREATEST(due, ${NOW}) + ?, due)
       RETURNING allowed, due - ${NOW} AS ahead`,
      [createHash('sha256').update(key).digest(), spent, toleranceOf(rate, cost), spent],
    );
    return takenOf(rate, { cost, ahead: Number(row?.ahead ?? 0), allowed: Number(row?.allowed) === 1 });
  }
}
