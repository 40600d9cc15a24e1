import type { KeyObject } from 'node:crypto';
import { rowHash, rowMac, type AuditRow } from '@st0r/crypto';
import { EVENT_COLUMNS } from '../../../platform/events';

const COVERED = EVENT_COLUMNS.map(([, column]) => column).filter((column) => column !== 'mac');

/** An event as the database answers it, by column name. */
export type StoredEvent = { readonly [column in (typeof COVERED)[number]]: string | number | null } & {
  readonly n: number;
  readonly occurred_at: string;
  readonly node: string;
  readonly node_seq: number;
  readonly mac: Buffer;
};

/** Everything a row hash covers, from table `e`. */
export const STORED_COLUMNS = ['n', 'occurred_at', ...EVENT_COLUMNS.map(([, column]) => column)]
  .map((column) => `e.${column}`)
  .join(', ');

/** The MAC this row must carry if one of our processes wrote it and nobody changed it. */
export const macOf = (event: StoredEvent, key: KeyObject): Buffer => rowMac(key, covered(event));

/** The hash that is sealed: what the process wrote, and the number and time the database gave. */
export const hashOf = (event: StoredEvent): Buffer => rowHash(hashed(event), event.mac);

/** Everything that hash covers, beside the MAC. */
export function hashed(event: StoredEvent): AuditRow {
  return { ...covered(event), n: event.n, occurred_at: event.occurred_at };
}

function covered(event: StoredEvent): AuditRow {
  const row: Record<string, string | number | null> = {};
  for (const column of COVERED) row[column] = event[column];
  return row;
}
