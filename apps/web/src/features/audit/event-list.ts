import type { ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';
import { chipFilters } from '../../shared/chip-filters';

export type AuditEvent = Api<'Event'>;

/** Every category, in the order bars are stacked from the ground. */
export const CATEGORIES = [
  'record',
  'vault',
  'authentication',
  'permission',
  'organisation',
  'security',
  'admin',
  'api',
] as const;

/** What the log may be filtered by. */
export const eventShape: ListShape = {
  fields: {
    number: { kind: 'int', filter: true, sort: true },
    occurredAt: { kind: 'moment', filter: true },
    category: { kind: 'choice', choices: CATEGORIES, filter: true },
    action: { kind: 'text', filter: true },
    outcome: { kind: 'choice', choices: ['success', 'failure'], filter: true },
    actorId: { kind: 'id', filter: true },
    actorName: { kind: 'text', filter: true },
    targetType: { kind: 'text', filter: true },
    targetId: { kind: 'id', filter: true },
    ip: { kind: 'text', operators: ['eq', 'ne', 'in', 'startsWith', 'null'], filter: true },
    requestId: { kind: 'text', filter: true },
  },
  defaultSort: [{ field: 'number', descending: true }],
  searchable: true,
};

export const { chosen, toggled, rangeOf, withRange } = chipFilters(eventShape);
