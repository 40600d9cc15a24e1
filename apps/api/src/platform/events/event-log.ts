import { Injectable } from '@nestjs/common';
import { rowMac } from '@st0r/crypto';
import { RequestContext, type Unit } from '../context';
import { Unavailable, asDomainError, isUnknown } from '../errors';
import { Log } from '../http/log';
import { PlatformKeys } from '../keys/platform-keys';
import { Metrics } from '../metrics/metrics';
import type { PendingEvent } from './event';
import { EventLanes, type EventLane } from './event-lane';
import { EVENT_COLUMNS, macFields, type EventRow } from './event-row';
import { cutText, stamp } from './event-text';

/** Events per INSERT; keeps a bulk act of thousands of events under the packet limit. */
const BATCH = 200;

/** Events that stand in a transaction which has not committed yet. */
export interface WrittenEvents {
  readonly lane: EventLane;
  readonly count: number;
  readonly actions: readonly string[];
}

/** Writes events into the append-only table, in the caller's transaction. */
@Injectable()
export class EventLog {
  private readonly lanes = new EventLanes();

  constructor(
    private readonly context: RequestContext,
    private readonly keys: PlatformKeys,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** Adds the events of a unit of work to its commit. If they cannot be written, the act does not happen. */
  write({ events, transaction }: Unit): WrittenEvents | undefined {
    if (events.length === 0) return undefined;
    const lane = this.lanes.take();
    const rows = events.map((event, at) => this.row(event, { node: lane.node, nodeSeq: lane.last + 1 + at }));
    const refused = (error: unknown): unknown => this.refusal(error);
    for (let at = 0; at < rows.length; at += BATCH)
      transaction.later({ ...insertion(rows.slice(at, at + BATCH)), refused });
    return { lane, count: rows.length, actions: events.map(({ action }) => action) };
  }

  /** Must be told after the commit; without it the lane is not used again. */
  committed(written: WrittenEvents | undefined): void {
    if (!written) return;
    this.lanes.committed(written.lane, written.count);
    for (const action of written.actions) this.metrics.event(action);
  }

  private refusal(error: unknown): unknown {
    if (!isUnknown(asDomainError(error))) return error;
    this.log.fault(error);
    return new Unavailable('audit.unavailable', 'This could not be written to the audit log, so it was not done.');
  }

  private row(event: PendingEvent, place: { node: string; nodeSeq: number }): EventRow {
    const { origin } = this.context;
    const actor = this.context.actorIfAny;
    const row: Omit<EventRow, 'mac'> = {
      id: event.id,
      recordedAt: stamp(new Date()),
      category: event.category,
      action: event.action,
      outcome: event.outcome ?? 'success',
      actorType: actor?.type ?? 'anonymous',
      actorId: lower(actor?.key?.id ?? actor?.id),
      actorName: text(actor?.name),
      sessionId: lower(actor?.session?.id),
      organisationId: lower(event.organisationId),
      targetType: event.target?.type ?? null,
      targetId: lower(event.target?.id),
      targetLabel: text(event.target?.label),
      ip: origin.ip,
      userAgent: text(origin.userAgent),
      requestId: origin.requestId,
      changes: event.changes ? JSON.stringify(event.changes) : null,
      details: event.details ? JSON.stringify(event.details) : null,
      ...place,
    };
    return { ...row, mac: rowMac(this.keys.auditMac, macFields(row)) };
  }
}

const text = (value: string | null | undefined): string | null => (value == null ? null : cutText(value, 255));
// The database answers ids in lower case; the MAC must cover what it will answer.
const lower = (id: string | null | undefined): string | null => id?.toLowerCase() ?? null;

const NAMES = EVENT_COLUMNS.map(([, column]) => column).join(', ');
const MARKS = `(${EVENT_COLUMNS.map(() => '?').join(', ')})`;

function insertion(rows: readonly EventRow[]): { text: string; params: unknown[] } {
  return {
    text: `INSERT INTO event (${NAMES}) VALUES ${rows.map(() => MARKS).join(', ')}`,
    params: rows.flatMap((row) => EVENT_COLUMNS.map(([property]) => row[property])),
  };
}
