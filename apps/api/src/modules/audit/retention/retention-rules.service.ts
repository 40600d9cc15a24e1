import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { RETENTION_DAYS, type LegalHoldDto, type RetentionChangeDto, type RetentionDto } from './retention.dto';

const NAME = 'audit_retention';

/** How long events are kept, and what is kept longer because somebody has to. */
export interface RetentionRules {
  readonly days: number;
  readonly holds: readonly LegalHoldDto[];
}

/** The rules, kept in the database; every change is an event with before and after. */
@Injectable()
export class RetentionRulesService {
  constructor(
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  async read(): Promise<RetentionRules> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    const stored = row ? (JSON.parse(row.value) as Partial<RetentionRules>) : {};
    // Whoever may write the setting with other means still deletes nothing younger than the least.
    const days = Math.max(RETENTION_DAYS.least, stored.days ?? RETENTION_DAYS.usual);
    return { days, holds: stored.holds ?? [] };
  }

  async change(patch: RetentionChangeDto): Promise<RetentionDto> {
    const before = await this.read();
    const after: RetentionRules = { days: patch.days ?? before.days, holds: patch.holds ?? before.holds };
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify(after)],
    );
    this.events.record({
      action: 'audit.retention_changed',
      category: 'admin',
      changes: { days: { from: before.days, to: after.days }, holds: { from: before.holds, to: after.holds } },
    });
    return this.shown(after);
  }

  async show(): Promise<RetentionDto> {
    return this.shown(await this.read());
  }

  private async shown({ days, holds }: RetentionRules): Promise<RetentionDto> {
    const [row] = await this.sql.house<{ number: string | null; last: string | null; at: string | null }>(
      'SELECT MAX(number) AS number, MAX(last_seq) AS last, MAX(created_at) AS at FROM event_epoch',
    );
    return {
      days,
      holds: [...holds],
      epochs: Number(row?.number ?? 0),
      removed: Number(row?.last ?? 0),
      removedAt: row?.at ? `${row.at.replace(' ', 'T')}Z` : null,
    };
  }
}
