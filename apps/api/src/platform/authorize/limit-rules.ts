import { Injectable } from '@nestjs/common';
import { Sql } from '../database';
import { withinBounds, type Limit, type LimitValue } from './limit';

/** One limit as somebody set it. */
export type SetLimit = LimitValue & { readonly version: number };
/** All that were ever set, by name; the version rises with every change of any. */
export interface SetLimits {
  readonly version: number;
  readonly limits: Readonly<Record<string, SetLimit>>;
}

const NAME = 'limits';
const NONE: SetLimits = { version: 0, limits: {} };
/** An answer older than what is known is late; for longer than this it is what holds, after a restored backup for one. */
const LATE_MS = 5000;

/** Column for the one read every request makes anyway: what it hears here holds for this very request. */
export const LIMITS_COLUMN = `(SELECT value FROM platform_setting WHERE name = '${NAME}') AS limits`;

/** What administrators set of limits. */
@Injectable()
export class LimitRules {
  private known: { text: string | null; at: number; rules: SetLimits } = { text: null, at: 0, rules: NONE };

  constructor(private readonly sql: Sql) {}

  /** What holds, as this process heard last. */
  of(limit: Limit): LimitValue {
    return withinBounds(limit, this.known.rules.limits[limit.name]);
  }

  /** Takes in what a request has read with `LIMITS_COLUMN`. */
  heard(text: string | null): void {
    if (text === this.known.text) return;
    const rules = rulesIn(text);
    const at = Date.now();
    if (rules.version < this.known.rules.version && at - this.known.at < LATE_MS) return;
    this.known = { text, at, rules };
  }

  /** Asks the database, for whoever is not signed in and has read nothing yet. */
  async read(): Promise<SetLimits> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    this.heard(row?.value ?? null);
    return rulesIn(row?.value ?? null);
  }

  /** The rules, locked until the unit of work ends, so that of two changes one sees the other. */
  async lock(): Promise<SetLimits> {
    // Locks in one step, whether the row is there or not: two ways to one lock would wait for each other.
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = value',
      [NAME, JSON.stringify(NONE)],
    );
    const [row] = await this.sql.house<{ value: string }>(
      'SELECT value FROM platform_setting WHERE name = ? FOR UPDATE',
      [NAME],
    );
    return rulesIn(row?.value ?? null);
  }

  async write(rules: SetLimits): Promise<void> {
    await this.sql.house('UPDATE platform_setting SET value = ? WHERE name = ?', [JSON.stringify(rules), NAME]);
  }
}

/** What was set, or nothing: a value of another shape, by whatever hand, must not keep everybody out. */
function rulesIn(text: string | null): SetLimits {
  const value = text === null ? null : (JSON.parse(text) as Partial<SetLimits> | null);
  return typeof value?.version === 'number' && typeof value.limits === 'object' && value.limits !== null
    ? (value as SetLimits)
    : NONE;
}
