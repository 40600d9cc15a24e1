const REFUSE = "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Events are append-only.'";

/** A trigger that keeps the event tables append-only. */
export interface EventTrigger {
  readonly name: string;
  readonly table: string;
  readonly timing: 'BEFORE';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly statement: string;
}

const refusals = (table: string): EventTrigger[] =>
  (['UPDATE', 'DELETE'] as const).map((event) => ({
    name: `${table}_no_${event.toLowerCase()}`,
    table,
    timing: 'BEFORE',
    event,
    statement: REFUSE,
  }));

/** Tables nobody may change after the fact. */
export const EVENT_TABLES = ['event', 'event_seal', 'event_checkpoint'] as const;

/** Every trigger of the event tables; `audit verify` reports any other state as drift. */
export const EVENT_TRIGGERS: readonly EventTrigger[] = [
  {
    name: 'event_clock',
    table: 'event',
    timing: 'BEFORE',
    event: 'INSERT',
    // SYSDATE ignores SET @@timestamp, so no client can backdate an event.
    statement: "SET NEW.occurred_at = CONVERT_TZ(SYSDATE(6), @@session.time_zone, '+00:00')",
  },
  ...EVENT_TABLES.flatMap(refusals),
];

/** The statement that makes a trigger; safe to repeat. */
export const createTrigger = ({ name, table, timing, event, statement }: EventTrigger): string =>
  `CREATE OR REPLACE TRIGGER ${name} ${timing} ${event} ON ${table} FOR EACH ROW ${statement}`;
