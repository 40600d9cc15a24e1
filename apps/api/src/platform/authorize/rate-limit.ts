import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Sql, registerMigrations } from '../database';
import { RateLimits } from './migrations/1763700060100-rate-limit';

registerMigrations(RateLimits);

/** `limit` calls per `periodSeconds` in the long run, at most `burst` of them at once. */
export interface Rate {
  readonly limit: number;
  readonly periodSeconds: number;
  readonly burst: number;
}

/** Whether this call may go on; if not, in how many seconds the next one may. */
export interface Taken {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
}

const NOW = 'UNIX_TIMESTAMP(SYSDATE(6))';

/**
 * Durable budgets that hold across processes: GCRA in one statement, so parallel calls cannot share a place.
 * Taken inside a unit of work, it counts only when that commits.
 */
@Injectable()
export class RateLimit {
  constructor(private readonly sql: Sql) {}

  /** Takes one place of the budget of `key`. */
  async take(key: string, { limit, periodSeconds, burst }: Rate): Promise<Taken> {
    const interval = periodSeconds / limit;
    const tolerance = (burst - 1) * interval;
    // Assignments run from left to right: `allowed` is decided on the old `due`, the new `due` on that decision.
    const [row] = await this.sql.house<{ allowed: number; wait: number }>(
      `INSERT INTO rate_limit (id, due, allowed) VALUES (?, ${NOW} + ?, 1)
       ON DUPLICATE KEY UPDATE
         allowed = IF(due <= ${NOW} + ?, 1, 0),
         due = IF(allowed = 1, GREATEST(due, ${NOW}) + ?, due)
       RETURNING allowed, due - ? - ${NOW} AS wait`,
      [createHash('sha256').update(key).digest(), interval, tolerance, interval, tolerance],
    );
    const allowed = Number(row?.allowed) === 1;
    return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(Number(row?.wait ?? 1))) };
  }
}
