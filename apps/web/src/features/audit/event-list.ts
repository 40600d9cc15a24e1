import { parseChips, toChips, type Filter, type ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';

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

function filtersOf(chips: string) {
  const parsed = parseChips(eventShape, chips);
  return parsed.ok ? parsed.query : undefined;
}

function rewritten(chips: string, change: (filters: readonly Filter[]) => readonly Filter[]): string {
  const query = filtersOf(chips);
  return query ? toChips({ q: query.q, archived: query.archived, filters: change(query.filters) }) : chips;
}

/** The values a list is narrowed to by one field. */
export function chosen(chips: string, field: string): readonly string[] {
  const found = filtersOf(chips)?.filters.find(
    (filter) => filter.field === field && (filter.operator === 'eq' || filter.operator === 'in'),
  );
  return found?.values ?? [];
}

/** Narrows to one more value of a field, or to one less. */
export function toggled(chips: string, field: string, value: string): string {
  const now = chosen(chips, field);
  const values = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return rewritten(chips, (filters) => {
    const others = filters.filter(
      (filter) => !(filter.field === field && (filter.operator === 'eq' || filter.operator === 'in')),
    );
    return values.length === 0 ? others : [...others, { field, operator: values.length > 1 ? 'in' : 'eq', values }];
  });
}

/** A time the list shows, in milliseconds; open ends are undefined. */
export type TimeRange = { from?: number; to?: number };

/** The time the filters ask for. */
export function rangeOf(chips: string): TimeRange {
  const filters = filtersOf(chips)?.filters.filter(({ field }) => field === 'occurredAt') ?? [];
  const at = (...operators: string[]) => {
    const value = filters.find(({ operator }) => operators.includes(operator))?.values[0];
    return value ? Date.parse(value) : undefined;
  };
  return { from: at('gte', 'gt'), to: at('lt', 'lte') };
}

/** Puts a time into the filters, or takes it out. */
export function withRange(chips: string, { from, to }: TimeRange): string {
  const moment = (operator: 'gte' | 'lt', at: number | undefined): Filter[] =>
    at === undefined ? [] : [{ field: 'occurredAt', operator, values: [new Date(at).toISOString()] }];
  return rewritten(chips, (filters) => [
    ...filters.filter(({ field }) => field !== 'occurredAt'),
    ...moment('gte', from),
    ...moment('lt', to),
  ]);
}
