import type { AuditRow } from '@st0r/crypto';
import { declareRows } from '../database/row-views/rows-of-organisations';

// What was done in one client is nothing another one hears of; what the installation did lies among it.
declareRows({ table: 'event', appended: true });

/** One row of the event table as this process writes it; `n` and `occurred_at` are set by the database. */
export interface EventRow {
  id: string;
  recordedAt: string;
  category: string;
  action: string;
  outcome: string;
  actorType: string;
  actorId: string | null;
  actorName: string | null;
  sessionId: string | null;
  organisationId: string | null;
  targetType: string | null;
  targetId: string | null;
  targetLabel: string | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string;
  changes: string | null;
  details: string | null;
  node: string;
  nodeSeq: number;
  mac: Buffer;
}

/** Property and column, in the order the MAC is computed over; append only, the order is part of the format. */
export const EVENT_COLUMNS = [
  ['id', 'id'],
  ['recordedAt', 'recorded_at'],
  ['category', 'category'],
  ['action', 'action'],
  ['outcome', 'outcome'],
  ['actorType', 'actor_type'],
  ['actorId', 'actor_id'],
  ['actorName', 'actor_name'],
  ['sessionId', 'session_id'],
  ['organisationId', 'organisation_id'],
  ['targetType', 'target_type'],
  ['targetId', 'target_id'],
  ['targetLabel', 'target_label'],
  ['ip', 'ip'],
  ['userAgent', 'user_agent'],
  ['requestId', 'request_id'],
  ['changes', 'changes'],
  ['details', 'details'],
  ['node', 'node'],
  ['nodeSeq', 'node_seq'],
  ['mac', 'mac'],
] as const satisfies readonly (readonly [keyof EventRow, string])[];

/** The columns a row MAC covers: everything this process wrote but the MAC itself. */
export function macFields(row: Omit<EventRow, 'mac'>): AuditRow {
  return Object.fromEntries(
    EVENT_COLUMNS.filter(([property]) => property !== 'mac').map(([property, column]) => [
      column,
      row[property as keyof typeof row],
    ]),
  );
}
