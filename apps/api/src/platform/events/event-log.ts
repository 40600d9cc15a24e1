import { Injectable } from '@nestjs/common';
import { rowMac, uuid7 } from '@st0r/crypto';
import type { EntityManager } from 'typeorm';
import { randomBytes } from 'node:crypto';
import { RequestContext } from '../context';
import { PlatformKeys } from '../keys/platform-keys';
import type { PendingEvent } from './event';
import { EVENT_COLUMNS, macFields, type EventRow } from './event-row';

/** Events per INSERT; keeps a bulk act of thousands of events under the packet limit. */
const BATCH = 200;

/** Writes events into the append-only table, in the caller's transaction. */
@Injectable()
export class EventLog {
  /** Names this process; with `node_seq` it shows a row that vanished before it was sealed. */
  private readonly node = randomBytes(8).toString('hex');
  private sequence = 0;
  private voided: number[] = [];

  constructor(
    private readonly context: RequestContext,
    private readonly keys: PlatformKeys,
  ) {}

  /** Writes `events`; answers the sequence numbers used so that a failed commit can void them. */
  async write(manager: EntityManager, events: readonly PendingEvent[]): Promise<number[]> {
    if (events.length === 0) return [];
    const voids = this.voided.splice(0);
    const rows = [...voids.map((seq) => this.row(voidEvent(), seq)), ...events.map((event) => this.row(event))];
    try {
      for (let at = 0; at < rows.length; at += BATCH) await insert(manager, rows.slice(at, at + BATCH));
    } catch (error) {
      this.void(rows.map((row) => row.nodeSeq));
      throw error;
    }
    return rows.map((row) => row.nodeSeq);
  }

  /** Numbers that were handed out and never committed; the next write accounts for them. */
  void(sequences: readonly number[]): void {
    this.voided.push(...sequences);
  }

  private row(event: PendingEvent, nodeSeq = ++this.sequence): EventRow {
    const { origin } = this.context;
    const actor = this.context.actorIfAny;
    const row: Omit<EventRow, 'mac'> = {
      id: event.id,
      recordedAt: now(),
      category: event.category,
      action: event.action,
      outcome: event.outcome ?? 'success',
      actorType: actor?.type ?? 'anonymous',
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? null,
      sessionId: actor?.session?.id ?? null,
      organisationId: event.organisationId ?? null,
      targetType: event.target?.type ?? null,
      targetId: event.target?.id ?? null,
      targetLabel: event.target?.label.slice(0, 255) ?? null,
      ip: origin.ip,
      userAgent: origin.userAgent?.slice(0, 255) ?? null,
      requestId: origin.requestId,
      changes: event.changes ? JSON.stringify(event.changes) : null,
      details: event.details ? JSON.stringify(event.details) : null,
      node: this.node,
      nodeSeq,
    };
    return { ...row, mac: rowMac(this.keys.auditMac, macFields(row)) };
  }
}

/** Accounts for a number that was handed out to a transaction which then failed. */
const voidEvent = (): PendingEvent => ({ id: uuid7(), action: 'audit.sequence_voided', category: 'security' });

async function insert(manager: EntityManager, rows: readonly EventRow[]): Promise<void> {
  const names = EVENT_COLUMNS.map(([, column]) => column).join(', ');
  const one = `(${EVENT_COLUMNS.map(() => '?').join(', ')})`;
  const values = rows.flatMap((row) => EVENT_COLUMNS.map(([property]) => row[property]));
  await manager.query(`INSERT INTO event (${names}) VALUES ${rows.map(() => one).join(', ')}`, values);
}

function now(): string {
  return new Date().toISOString().replace('T', ' ').replace('Z', '');
}
