import { parseChips, toChips, type Filter, type ListShape } from '@st0r/list-query';

/** A time the list shows, in milliseconds; open ends are undefined. */
export type TimeRange = { from?: number; to?: number };

const TIME = 'occurredAt';

/** What pages around a chart do with the filters of its list. Time is filtered by `occurredAt`. */
export function chipFilters(shape: ListShape) {
  const filtersOf = (chips: string) => {
    const parsed = parseChips(shape, chips);
    return parsed.ok ? parsed.query : undefined;
  };
  const rewritten = (chips: string, change: (filters: readonly Filter[]) => readonly Filter[]): string => {
    const query = filtersOf(chips);
    return query ? toChips({ q: query.q, archived: query.archived, filters: change(query.filters) }) : chips;
  };
  const plain = (filter: Filter, field: string) =>
    filter.field === field && (filter.operator === 'eq' || filter.operator === 'in');

  /** The values a list is narrowed to by one field. */
  const chosen = (chips: string, field: string): readonly string[] =>
    filtersOf(chips)?.filters.find((filter) => plain(filter, field))?.values ?? [];

  /** Narrows to one more value of a field, or to one less. */
  function toggled(chips: string, field: string, value: string): string {
    const now = chosen(chips, field);
    const values = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
    return rewritten(chips, (filters) => {
      const others = filters.filter((filter) => !plain(filter, field));
      return values.length === 0 ? others : [...others, { field, operator: values.length > 1 ? 'in' : 'eq', values }];
    });
  }

  /** The time the filters ask for. */
  function rangeOf(chips: string): TimeRange {
    const filters = filtersOf(chips)?.filters.filter(({ field }) => field === TIME) ?? [];
    const at = (...operators: string[]) => {
      const value = filters.find(({ operator }) => operators.includes(operator))?.values[0];
      return value ? Date.parse(value) : undefined;
    };
    return { from: at('gte', 'gt'), to: at('lt', 'lte') };
  }

  /** Puts a time into the filters, or takes it out. */
  function withRange(chips: string, { from, to }: TimeRange): string {
    const moment = (operator: 'gte' | 'lt', at: number | undefined): Filter[] =>
      at === undefined ? [] : [{ field: TIME, operator, values: [new Date(at).toISOString()] }];
    return rewritten(chips, (filters) => [
      ...filters.filter(({ field }) => field !== TIME),
      ...moment('gte', from),
      ...moment('lt', to),
    ]);
  }
  return { chosen, toggled, rangeOf, withRange };
}
