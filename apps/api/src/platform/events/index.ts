export { EVENT_CATEGORIES, type Changes, type EventCategory, type EventFacts, type PendingEvent } from './event';
export { EventRecorder } from './event-recorder';
export { EVENT_COLUMNS, macFields, type EventRow } from './event-row';
export { EVENT_TABLES, EVENT_TRIGGERS, type EventTrigger } from './event-guards';
