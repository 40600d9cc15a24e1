import mysql2 from 'mysql2';
import type { RowScope } from './row-views/row-scope';

/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly params: readonly unknown[];
  /** Whose rows it may meet; left out where it names no table, as COMMIT does. */
  readonly rows?: RowScope;
}

/** What a statement that returns no rows answers. */
export interface Written {
  readonly affectedRows: number;
}

/** The database refused a statement; `driverError` is what it said. */
export class StatementRefused extends Error {
  readonly code: string | undefined;

  constructor(
    readonly driverError: Error & { code?: string; errno?: number; sqlMessage?: string },
    /** Text with question marks: values never get into an error. */
    readonly statement: string,
  ) {
    super(driverError.code ?? 'The statement was refused.');
    this.name = 'StatementRefused';
    this.code = driverError.code;
  }
}

const LOCKS = /\bFOR UPDATE\b|\bLOCK IN SHARE MODE\b/i;
const TABLE = /^\s*(?:INSERT(?: IGNORE)?(?: INTO)?|REPLACE(?: INTO)?|UPDATE|DELETE FROM)\s+`?(\w+)/i;

/** True for what neither changes anything nor locks it. */
export const reads = (text: string): boolean => /^\s*(?:SELECT|WITH|SHOW|\()/i.test(text) && !LOCKS.test(text);

/** The table a statement writes to. */
export const writtenTable = (text: string): string | undefined => TABLE.exec(text)?.[1];

/** More values than this are cheaper to send as text than to bind one by one. */
const MOST_BOUND = 24;
const KEPT_TEXTS = 2_000;
/** Whether a text may be prepared; one with further SELECTs in it is `again` the next time it comes. */
const known = new Map<string, 'yes' | 'no' | 'again'>();

/**
 * Statements are prepared once per connection, and views are then put together once instead of each time. Long lists of
 * values travel as text, and a text with further SELECTs in it does so the first time: many come once, with a list as long
 * as a page was, and would be prepared for nobody.
 */
export function preparable({ text, params }: Statement): boolean {
  if (params.length > MOST_BOUND || !params.every(bindable)) return false;
  const before = known.get(text);
  if (before === 'no') return false;
  if (before !== undefined) return true;
  const verdict = judged(text);
  if (known.size < KEPT_TEXTS) known.set(text, verdict);
  return verdict === 'yes';
}

function judged(text: string): 'yes' | 'no' | 'again' {
  if (!/^[\s(]*(?:SELECT|INSERT|UPDATE|DELETE)\b/i.test(text)) return 'no';
  return (text.match(/\bSELECT\b/gi) ?? []).length > 1 ? 'again' : 'yes';
}

function bindable(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date || Buffer.isBuffer(value);
}

/** A value as a prepared statement takes it: whole numbers stay whole, as they would be in text. */
export function bound(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'number' && Number.isSafeInteger(value) ? mysql2.TypedParameter.BIGINT(value) : value;
}
