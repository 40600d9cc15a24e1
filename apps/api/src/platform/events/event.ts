/** The seven categories of the audit log. */
export const EVENT_CATEGORIES = [
  'authentication',
  'vault',
  'permission',
  'admin',
  'organisation',
  'api',
  'security',
  'record',
] as const;
export type EventCategory = (typeof EVENT_CATEGORIES)[number];

/** Old and new value of a field; sealed fields say only that they changed. */
export type Changes = Record<string, { from: unknown; to: unknown } | 'changed'>;

/** What happened, as a service or the repository records it. Secrets never go in here. */
export interface EventFacts {
  /** noun.past: `asset.updated`, `credential.revealed`. */
  action: string;
  category: EventCategory;
  outcome?: 'success' | 'failure';
  organisationId?: string | null;
  target?: { type: string; id: string; label: string };
  changes?: Changes;
  details?: Record<string, unknown>;
}

/** An event waiting for the end of its unit of work. */
export interface PendingEvent extends EventFacts {
  readonly id: string;
}
