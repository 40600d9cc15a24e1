import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Sql, registerMigrations } from '../database';
import { intervalOf, takenOf, toleranceOf, type Rate, type Taken } from './gcra';
import { RateLimits } from './migrations/1763700060100-rate-limit';

registerMigrations(RateLimits);

const NOW = 'UNIX_TIMESTAMP(SYSDATE(6))';

/** Budgets in MariaDB: durable, and exact across processes. Inside a unit of work a place counts only when that commits. */
@Injectable()
export class HouseBudgets {
  constructor(private readonly sql: Sql) {}

  /** One statement, so parallel calls cannot share a place. */
  async take(key: string, rate: Rate, cost: number): Promise<Taken> {
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
