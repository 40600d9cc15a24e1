const REFUSE = "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Events are append-only.'";

/** A trigger that keeps the event tables append-only. */
export interface EventTrigger {
  readonly name: string;
  readonly table: string;
  readonly timing: 'BEFORE';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly statement: string;
}

const refusal = (table: string, event: 'UPDATE' | 'DELETE', unless?: string): EventTrigger => ({
  name: `${table}_no_${event.toLowerCase()}`,
  table,
  timing: 'BEFORE',
  event,
  statement: unless ? `BEGIN IF NOT (${unless}) THEN ${REFUSE}; END IF; END` : REFUSE,
});

const neither = (table: string): EventTrigger[] => [refusal(table, 'UPDATE'), refusal(table, 'DELETE')];

/** Tables nobody may change after the fact. */
export const EVENT_TABLES = ['event', 'event_seal', 'event_checkpoint', 'event_epoch'] as const;

/** The triggers the event tables began with. A migration made them: what changes about them is a new one. */
export const EVENT_TRIGGERS: readonly EventTrigger[] = [
  {
    name: 'event_clock',
    table: 'event',
    timing: 'BEFORE',
    event: 'INSERT',
    // SYSDATE ignores SET @@timestamp, so no client can backdate an event.
    statement: "SET NEW.occurred_at = CONVERT_TZ(SYSDATE(6), @@session.time_zone, '+00:00')",
  },
  ...['event', 'event_seal', 'event_checkpoint'].flatMap(neither),
];

const KEPT = '(SELECT COALESCE(MAX(last_seq), 0) FROM event_epoch)';

/** What epochs brought: rows an epoch vouches for may go; nothing else, not even for the owner of the schema. */
export const EPOCH_TRIGGERS: readonly EventTrigger[] = [
  refusal('event', 'DELETE', `EXISTS (SELECT 1 FROM event_seal WHERE event_n = OLD.n AND seq <= ${KEPT})`),
  refusal('event_seal', 'DELETE', `OLD.seq <= ${KEPT}`),
  ...neither('event_epoch'),
];

/** Every trigger of the event tables as it is today; `audit verify` reports any other state as drift. */
export const EVENT_GUARDS: readonly EventTrigger[] = [
  ...new Map([...EVENT_TRIGGERS, ...EPOCH_TRIGGERS].map((trigger) => [trigger.name, trigger])).values(),
];

/** The statements that make every trigger of today; safe to repeat. */
export const createEventGuards = (): string[] => EVENT_GUARDS.map(createTrigger);

/** The statement that makes a trigger; safe to repeat. */
export const createTrigger = ({ name, table, timing, event, statement }: EventTrigger): string =>
  `CREATE OR REPLACE TRIGGER ${name} ${timing} ${event} ON ${table} FOR EACH ROW ${statement}`;
