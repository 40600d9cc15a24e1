import type { ListShape } from '@st0r/list-query';

export const STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** What the list of all jobs may be filtered by. */
export const jobShape: ListShape = {
  fields: {
    createdAt: { kind: 'moment', filter: true, sort: true },
    state: { kind: 'choice', choices: STATES, filter: true },
    name: { kind: 'text', operators: ['eq', 'in', 'startsWith'], filter: true },
    askedBy: { kind: 'text', operators: ['eq', 'contains', 'startsWith'], filter: true },
    finishedAt: { kind: 'moment', filter: true },
    errorCode: { kind: 'text', operators: ['eq', 'startsWith', 'null'], filter: true },
  },
  defaultSort: [{ field: 'createdAt', descending: true }],
  searchable: true,
};
