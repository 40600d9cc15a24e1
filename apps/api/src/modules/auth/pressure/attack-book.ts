import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { QUIET_MINUTES } from './pressure-rules';

/** An attack on signing in, as it is kept. */
export interface Attack {
  id: string;
  beganAt: Date;
  endedAt: Date | null;
  peakPerMinute: number;
  asked: number;
  answered: number;
}

const KEPT_DAYS = 400;
const MOST = 20;
const COLUMNS = 'id, began_at AS beganAt, ended_at AS endedAt, peak AS peakPerMinute, asked, answered';

type Outcome = { affectedRows: number };

/** Attacks on signing in: each begins once and ends once, however many nodes see it. */
@Injectable()
export class AttackBook {
  constructor(
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  /** There are too many failures: the attack goes on, or begins. */
  async goesOn(rate: number, limit: number): Promise<void> {
    const known = await this.write(
      'UPDATE sign_in_attack SET last_over_at = UTC_TIMESTAMP(6), peak = GREATEST(peak, ?) WHERE open = 1',
      [rate],
    );
    if (known.affectedRows > 0) return;
    const id = uuid7();
    const begun = await this.write(
      `INSERT IGNORE INTO sign_in_attack (id, open, began_at, last_over_at, ended_at, peak, asked, answered)
       VALUES (?, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), NULL, ?, 0, 0)`,
      [id, rate],
    );
    if (begun.affectedRows === 1)
      this.note('sign_in_attack.began', id, { failuresPerMinute: rate, limitPerMinute: limit });
  }

  /** Nothing came for a while. */
  async isOver(): Promise<void> {
    const [open] = await this.sql.house<Attack>(`SELECT ${COLUMNS} FROM sign_in_attack WHERE open = 1 FOR UPDATE`);
    if (!open) return;
    const { affectedRows } = await this.write(
      `UPDATE sign_in_attack SET open = NULL, ended_at = UTC_TIMESTAMP(6)
       WHERE id = ? AND open = 1 AND last_over_at < UTC_TIMESTAMP(6) - INTERVAL ${QUIET_MINUTES} MINUTE`,
      [open.id],
    );
    if (affectedRows === 0) return;
    const { peakPerMinute, asked, answered } = open;
    this.note('sign_in_attack.ended', open.id, { peakPerMinute, asked, answered });
    await this.sql.house(
      `DELETE FROM sign_in_attack WHERE ended_at < UTC_TIMESTAMP(6) - INTERVAL ${KEPT_DAYS} DAY LIMIT 100`,
    );
  }

  /** The last twenty, the latest first. */
  latest(): Promise<Attack[]> {
    return this.sql.house<Attack>(`SELECT ${COLUMNS} FROM sign_in_attack ORDER BY began_at DESC LIMIT ${MOST}`);
  }

  private async write(text: string, params: readonly unknown[]): Promise<Outcome> {
    return (await this.sql.house(text, params)) as unknown as Outcome;
  }

  private note(action: string, id: string, details: Record<string, unknown>): void {
    this.events.record({
      action,
      category: 'security',
      outcome: action.endsWith('began') ? 'failure' : 'success',
      target: { type: 'sign_in_attack', id, label: '' },
      details,
    });
  }
}
