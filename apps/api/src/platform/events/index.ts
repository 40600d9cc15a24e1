export { EVENT_CATEGORIES, type Changes, type EventCategory, type EventFacts, type PendingEvent } from './event';
export { EventRecorder } from './event-recorder';
export { EventSpool } from './event-spool';
export { SealWatch, type SealState } from './seal-watch';
export { EVENT_COLUMNS, macFields, type EventRow } from './event-row';
export { EVENT_GUARDS, EVENT_TABLES, createEventGuards, type EventTrigger } from './event-guards';
