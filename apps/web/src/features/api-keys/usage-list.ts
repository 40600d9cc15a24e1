import type { ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';
import { chipFilters } from '../../shared/chip-filters';

/** One request of a key. */
export type ApiRequest = Api<'ApiRequest'>;
/** Use over time. */
export type ApiUsage = Api<'ApiUsage'>;

/** How requests ended, in the order bars are stacked from the ground. */
export const OUTCOMES = ['served', 'refused', 'limited', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the list of requests may be filtered by. */
export const usageShape: ListShape = {
  fields: {
    occurredAt: { kind: 'moment', filter: true, sort: true },
    key: { kind: 'id', filter: true },
    outcome: { kind: 'choice', choices: OUTCOMES, operators: ['eq', 'in', 'ne'], filter: true },
    status: { kind: 'int', filter: true },
    method: { kind: 'text', operators: ['eq', 'in', 'ne'], filter: true },
    endpoint: { kind: 'text', operators: ['eq', 'in', 'ne', 'startsWith'], filter: true },
    ip: { kind: 'text', operators: ['eq', 'in', 'ne', 'startsWith'], filter: true },
    requestId: { kind: 'text', operators: ['eq'], filter: true },
  },
  defaultSort: [{ field: 'occurredAt', descending: true }],
  searchable: false,
};

export const { chosen, toggled, rangeOf, withRange } = chipFilters(usageShape);

/** What became of a request, by its status. */
export function outcomeOf(status: number): Outcome {
  if (status === 429) return 'limited';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'served';
}
