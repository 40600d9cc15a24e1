import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import type { VerifyReport } from './verify-report';

const NAME = 'audit_verified';

/** How far the log was found as it was written; the next hourly verification goes on from there. */
@Injectable()
export class LastVerified {
  constructor(private readonly sql: Sql) {}

  /** Place of the last verified event in the chain; 0 before the first verification. */
  async seq(): Promise<number> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    return row ? (JSON.parse(row.value) as { seq: number }).seq : 0;
  }

  /** Kept only when everything up to there is fine: what is wrong is found again every hour. */
  async keep({ ok, to }: VerifyReport): Promise<void> {
    if (!ok || to === null || to <= (await this.seq())) return;
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify({ seq: to })],
    );
  }
}
