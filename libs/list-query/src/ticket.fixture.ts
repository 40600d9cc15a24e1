import type { ListShape } from './list-query.types';

/** A Saturday noon that relative days are counted from in tests. */
export const NOON = new Date('2026-11-21T12:00:00Z');

/** A list with a field of every kind, one nobody may filter by and two with awkward names. */
export const TICKETS: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    count: { kind: 'int', filter: true, sort: true },
    total: { kind: 'money', filter: true },
    due: { kind: 'day', filter: true, sort: true },
    created: { kind: 'moment', filter: true, sort: true },
    status: { kind: 'choice', choices: ['open', 'pending', 'on hold', 'closed'], filter: true },
    priority: { kind: 'int', sort: true },
    billable: { kind: 'flag', filter: true },
    org: { kind: 'id', filter: true },
    address: { kind: 'ip', filter: true },
    mac: { kind: 'mac', filter: true },
    tag: { kind: 'text', filter: true, operators: ['in', 'all'] },
    fee: { kind: 'text', filter: true },
    sort: { kind: 'text', filter: true },
    note: { kind: 'text' },
  },
  defaultSort: [{ field: 'created', descending: true }],
  searchable: true,
  customFields: true,
};
