import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { BreachBook, inBreachState } from '../breaches/breach-book';
import type { VaultHealthDto, VaultHealthItemDto } from './vault-tools.dto';

/** Each finding as a condition on `credential c`; scores of 0 and 1 fall to guessing, and a year is old. */
const FINDINGS = {
  breached: inBreachState('c', ['breached']),
  weak: 'c.strength <= 1',
  reused: `EXISTS (SELECT 1 FROM credential o WHERE o.organisation_id = c.organisation_id
    AND o.reuse_index = c.reuse_index AND o.id <> c.id AND o.archived_at IS NULL)`,
  old: 'c.secret_changed_at < UTC_TIMESTAMP(6) - INTERVAL 365 DAY',
  expired: 'c.expires_on <= UTC_DATE()',
} as const;
const LISTED = 100;

/** Breached, weak, reused, old and expired credentials, by name. */
@Injectable()
export class VaultHealth {
  constructor(
    private readonly sql: Sql,
    private readonly breaches: BreachBook,
  ) {}

  async report(): Promise<VaultHealthDto> {
    const names = Object.keys(FINDINGS) as (keyof typeof FINDINGS)[];
    const sums = names.map((name) => `SUM(${FINDINGS[name]}) AS ${name}`).join(', ');
    const [counts] = await this.sql.scoped<Record<string, number | null>>(
      `SELECT COUNT(*) AS total, ${sums} FROM credential c WHERE c.organisation_id IN (:scope) AND c.archived_at IS NULL`,
    );
    const findings = [];
    for (const finding of names) {
      const count = Number(counts?.[finding] ?? 0);
      findings.push({ finding, count, items: count > 0 ? await this.items(FINDINGS[finding]) : [] });
    }
    const { askable, asked } = await this.breaches.stand();
    return { total: Number(counts?.['total'] ?? 0), askable, asked, findings };
  }

  private items(condition: string): Promise<VaultHealthItemDto[]> {
    return this.sql.scoped<VaultHealthItemDto>(
      `SELECT c.id, c.organisation_id AS organisationId, c.name FROM credential c
       WHERE c.organisation_id IN (:scope) AND c.archived_at IS NULL AND ${condition} ORDER BY c.name, c.id LIMIT ${LISTED}`,
    );
  }
}
