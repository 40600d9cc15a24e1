import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import type { SignInCounterDto } from './sign-in-counter.dto';

const MOST = 200;

/** Who has to wait because of failed sign-ins, and letting them try again. */
@Injectable()
export class SignInCounterBook {
  constructor(
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  /** Those that make somebody wait right now, the longest first; at most 200. */
  waiting(): Promise<SignInCounterDto[]> {
    return this.read('s.blocked_until > UTC_TIMESTAMP(6) ORDER BY s.blocked_until DESC, s.failures DESC', []);
  }

  async clear(id: string): Promise<void> {
    const key = /^[0-9a-f]{64}$/.test(id) ? Buffer.from(id, 'hex') : undefined;
    const [counter] = key ? await this.read('s.id = ?', [key]) : [];
    if (!counter) throw new NotFound('counter');
    await this.sql.house('DELETE FROM sign_in_slowdown WHERE id = ?', [key]);
    const { userId, person, kind, place, failures } = counter;
    this.events.record({
      action: 'user.counter_cleared',
      category: 'security',
      target: userId ? { type: 'user', id: userId, label: person ?? '' } : undefined,
      details: { kind, failures, ...(place ? { address: place } : {}) },
    });
  }

  private read(where: string, params: readonly unknown[]): Promise<SignInCounterDto[]> {
    return this.sql.house<SignInCounterDto>(
      `SELECT LOWER(HEX(s.id)) AS id, s.kind, s.user_id AS userId, u.name AS person, s.place, s.failures,
         IF(s.blocked_until < '9999-01-01', s.blocked_until, NULL) AS until, s.updated_at AS lastAt
       FROM sign_in_slowdown s LEFT JOIN user_account u ON u.id = s.user_id WHERE ${where} LIMIT ${MOST}`,
      params,
    );
  }
}
