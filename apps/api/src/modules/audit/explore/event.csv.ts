import type { CsvColumn } from '../../../platform/csv';
import type { EventDto } from './event.dto';

const plain = [
  'number',
  'occurredAt',
  'category',
  'action',
  'outcome',
  'actorType',
  'actorName',
  'actorId',
  'organisationId',
  'targetType',
  'targetLabel',
  'targetId',
  'ip',
  'userAgent',
  'requestId',
  'id',
] as const satisfies readonly (keyof EventDto)[];

/** Columns of the CSV export; before and after travel as JSON in one cell. */
export const EVENT_CSV_COLUMNS: readonly CsvColumn<EventDto>[] = [
  ...plain.map((name) => ({ header: name, value: (event: EventDto) => event[name] })),
  ...(['changes', 'details'] as const).map((name) => ({
    header: name,
    value: (event: EventDto) => (event[name] ? JSON.stringify(event[name]) : null),
  })),
];
