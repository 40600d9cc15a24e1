import { Inject, Injectable, Optional } from '@nestjs/common';
import { PERIMETER_DOOR, RateLimit, type PerimeterDoor } from '../../../platform/authorize';
import { Sql } from '../../../platform/database';

/** After so long without a sign-in from there, a country is new again. */
const KNOWN_DAYS = 90;
/** Where somebody signed in longer ago is nobody's business any more. */
const KEPT_DAYS = 400;
const ONCE_A_DAY = { limit: 1, periodSeconds: 86_400, burst: 1 };

/** The countries an account was signed in from lately. An address of no known country is none. */
@Injectable()
export class CountryArrivals {
  constructor(
    private readonly sql: Sql,
    private readonly limit: RateLimit,
    @Optional() @Inject(PERIMETER_DOOR) private readonly perimeter?: PerimeterDoor,
  ) {}

  /**
   * Notes the country of this request; answers it where the account was not signed in from there lately. The first country
   * of an account is the one it begins with, and news to nobody.
   */
  async arrived(userId: string): Promise<string | null> {
    const country = (await this.perimeter?.country()) ?? null;
    if (!country) return null;
    const rows = await this.sql.house<{ country: string; lately: number }>(
      `SELECT country, last_seen_at > UTC_TIMESTAMP(6) - INTERVAL ${KNOWN_DAYS} DAY AS lately FROM sign_in_country WHERE user_id = ?`,
      [userId],
    );
    await this.sql.house(
      `INSERT INTO sign_in_country (user_id, country, last_seen_at) VALUES (?, ?, UTC_TIMESTAMP(6))
       ON DUPLICATE KEY UPDATE last_seen_at = VALUES(last_seen_at)`,
      [userId, country],
    );
    await this.sql.house(
      `DELETE FROM sign_in_country WHERE user_id = ? AND last_seen_at < UTC_TIMESTAMP(6) - INTERVAL ${KEPT_DAYS} DAY`,
      [userId],
    );
    const known = rows.some((row) => row.country === country && Number(row.lately) === 1);
    return rows.length > 0 && !known ? country : null;
  }

  /** Whether a mail about it may leave: one a day for an account and a country. */
  async mayTell(userId: string, country: string): Promise<boolean> {
    return (await this.limit.take(`new country ${userId} ${country}`, ONCE_A_DAY)).allowed;
  }
}
