import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Sql, UnitOfWork } from '../../../platform/database';

/** Failures that cost nothing; after them 30 s, doubling up to 15 minutes. */
const FREE = { account: 5, address: 20 } as const;
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 900;

/** Slows down guessing, per account and per address. The full perimeter is another matter. */
@Injectable()
export class Slowdown {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
  ) {}

  /** True while the account or the address has to wait. */
  async blocked(email: string, ip: string | null): Promise<boolean> {
    const keys = keysOf(email, ip).map((one) => one.id);
    const rows = await this.sql.house(
      `SELECT 1 FROM sign_in_slowdown WHERE id IN (${keys.map(() => '?').join(', ')}) AND blocked_until > UTC_TIMESTAMP(6) LIMIT 1`,
      keys,
    );
    return rows.length > 0;
  }

  /** Counts a failure; one statement each, so parallel guesses all count. */
  async failed(email: string, ip: string | null): Promise<void> {
    await this.work.runApart(async () => {
      for (const { id, free } of keysOf(email, ip)) {
        await this.sql.house(
          `INSERT INTO sign_in_slowdown (id, failures, blocked_until, updated_at) VALUES (?, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
           ON DUPLICATE KEY UPDATE failures = IF(updated_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY, 1, failures + 1), updated_at = UTC_TIMESTAMP(6),
             blocked_until = IF(failures > ?, UTC_TIMESTAMP(6) + INTERVAL LEAST(?, ? * POW(2, LEAST(failures - ? - 1, 10))) SECOND, blocked_until)`,
          [id, free, LONGEST_SECONDS, FIRST_SECONDS, free],
        );
      }
    });
  }

  /** A right answer clears the account's counter; the address keeps its own. */
  async succeeded(email: string): Promise<void> {
    await this.sql.house('DELETE FROM sign_in_slowdown WHERE id = ?', [keysOf(email, null)[0]!.id]);
  }
}

function keysOf(email: string, ip: string | null): { id: Buffer; free: number }[] {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const account = { id: digest(`account\n${email.trim().toLowerCase()}`), free: FREE.account };
  return ip ? [account, { id: digest(`address\n${ip}`), free: FREE.address }] : [account];
}
