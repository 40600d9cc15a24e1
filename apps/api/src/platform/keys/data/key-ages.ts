import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, type Purpose } from '@st0r/crypto';
import { Sql } from '../../database';
import { Rekeyings } from './rekeyings';

/** A data key that new values are sealed under, and how worn it is. */
export interface KeyAge {
  organisation: string;
  purpose: Purpose;
  version: number;
  createdAt: string;
  days: number;
  writes: number;
  /** False where not everything it has sealed could be moved to a new key. */
  replaceable: boolean;
  /** Worn, and replaceable. */
  due: boolean;
}

/** A key is replaced after a year, or long before so many writes that a random value could come twice. */
export const LONGEST_DAYS = 365;
const MOST_WRITES = 2 ** 30;

/** Which keys to look for; all unless told. */
export interface Wanted {
  organisation?: string;
  /** Only keys that are due to be replaced. */
  due?: boolean;
}

// What these statements read is no organisation's data: when a key was made, and how often it was used.
const MARK = '/* keys of all organisations */';
const KEYS = ['organisation_key', 'platform_key']
  .map(
    (
      table,
    ) => `SELECT k.organisation_id AS organisation, k.purpose, k.key_version AS version, k.created_at AS createdAt,
      TIMESTAMPDIFF(DAY, k.created_at, UTC_TIMESTAMP(6)) AS days, COALESCE(u.writes, 0) AS writes
    FROM ${table} k ${MARK} LEFT JOIN key_use u
      ON u.owner_id = k.organisation_id AND u.purpose = k.purpose AND u.key_version = k.key_version
    WHERE k.state = 'active'`,
  )
  .join(' UNION ALL ');

/** Age and use of the data keys in force. */
@Injectable()
export class KeyAges {
  constructor(
    private readonly sql: Sql,
    private readonly rekeyings: Rekeyings,
  ) {}

  /** The oldest first. */
  async oldest(limit: number, wanted: Wanted = {}): Promise<KeyAge[]> {
    const { text, params } = this.conditions(wanted);
    const rows = await this.sql.house<KeyAge>(
      `SELECT * FROM (${KEYS}) k WHERE ${text} ORDER BY createdAt, organisation, purpose LIMIT ?`,
      [...params, limit],
    );
    return rows.map((row) => {
      const [days, writes, replaceable] = [Number(row.days), Number(row.writes), this.rekeyings.movable(row.purpose)];
      const due = replaceable && (days >= LONGEST_DAYS || writes >= MOST_WRITES);
      return { ...row, version: Number(row.version), days, writes, replaceable, due };
    });
  }

  async count(wanted: Wanted = {}): Promise<number> {
    const { text, params } = this.conditions(wanted);
    const [row] = await this.sql.house<{ n: number }>(`SELECT COUNT(*) AS n FROM (${KEYS}) k WHERE ${text}`, params);
    return Number(row?.n ?? 0);
  }

  private conditions({ organisation, due }: Wanted): { text: string; params: unknown[] } {
    const purposes = this.rekeyings.purposes();
    const worn = `(days >= ? OR writes >= ?) AND purpose IN (${purposes.map(() => '?').join(', ')})`;
    return {
      text: ['1 = 1', ...(organisation ? ['organisation = ?'] : []), ...(due ? [worn] : [])].join(' AND '),
      params: [...(organisation ? [organisation] : []), ...(due ? [LONGEST_DAYS, MOST_WRITES, ...purposes] : [])],
    };
  }
}

/** Null for a key of the installation. */
export const organisationOf = ({ organisation }: { organisation: string }): string | null =>
  organisation === PLATFORM_ORGANISATION ? null : organisation;
