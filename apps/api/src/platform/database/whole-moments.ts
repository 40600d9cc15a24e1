import mysql2, { type FieldPacket } from 'mysql2';

// Read once: the driver looks the list up anew each time it is asked for it, and every column of every answer asks.
const { DATETIME, TIMESTAMP } = mysql2.Types;
/** `2026-11-26 14:38:52`, without a fraction. */
const WHOLE_SECOND = 19;

/**
 * The driver reads a moment that falls on a whole second without its fraction when the statement was prepared, and with
 * it otherwise. The same stored value has to be the same text whichever way it came: hashes of events are made of it.
 * Takes what a prepared statement was answered, changes its rows in place and answers them.
 */
export function withWholeMoments<T>(rows: T, fields: readonly FieldPacket[] | undefined): T {
  if (!Array.isArray(rows) || !fields) return rows;
  for (const { name, columnType, decimals } of fields) {
    if (!isMoment(columnType) || decimals < 1 || decimals > 6) continue;
    const fraction = `.${'0'.repeat(decimals)}`;
    for (const row of rows as Record<string, unknown>[]) {
      const moment = row[name];
      if (typeof moment === 'string' && moment.length === WHOLE_SECOND) row[name] = moment + fraction;
    }
  }
  return rows;
}

function isMoment(columnType: number | undefined): boolean {
  return columnType === DATETIME || columnType === TIMESTAMP;
}
