import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useMemo } from 'react';
import type { ListShape } from '@st0r/list-query';
import type { ListState } from '@st0r/ui';
import { api, type Query } from './api';
import { chipsOf, listParams, readList, withChips, withSort } from './list-url';

/** What a list endpoint answers. */
export type ListPage<Row> = {
  data: Row[];
  page: { limit: number; next?: string | null; total?: number | null; groups?: ListState<Row>['groups'] | null };
};

type ListOptions<Row> = {
  /** Parameters the address does not hold, for example a parent record. */
  params?: Query;
  /** Asks the server to count; costs a capped count. */
  total?: boolean;
  enabled?: boolean;
  /** Which rows change by themselves, or that any may: while one is shown, the list is asked for again every few seconds. */
  changing?: true | ((row: Row) => boolean);
};

const CHANGING_MS = 4000;

/**
 * A list whose filters, order and page live in the address. Inside `/o/:org` the client is added to the request
 * (`all` asks for every client one may see). Give the result to `DataTable` and `FilterBar`.
 */
export function useList<Row>(path: string, shape: ListShape, options: ListOptions<Row> = {}): ListState<Row> {
  const [search, setSearch] = useSearchParams();
  const { org } = useParams();
  const asked = { ...listParams(search), ...options.params, total: options.total || undefined };
  const cursor = search.get('cursor') ?? undefined;
  const query: Query = { ...asked, org: org === 'all' ? undefined : org };
  const found = useInfiniteQuery({
    queryKey: ['list', path, query],
    queryFn: ({ pageParam, signal }) => api.get<ListPage<Row>>(path, { ...query, cursor: pageParam }, { signal }),
    initialPageParam: cursor,
    getNextPageParam: (last) => last.page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: ({ state }) => (changes(state.data?.pages ?? [], options.changing) ? CHANGING_MS : false),
  });
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.data) ?? [], [found.data]);
  const parsed = readList(shape, search);
  return {
    rows,
    status: found.isError ? 'error' : found.data ? 'ready' : 'loading',
    error: found.error,
    retry: () => void found.refetch(),
    total: found.data?.pages[0]?.page.total ?? undefined,
    groups: found.data?.pages[0]?.page.groups ?? undefined,
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    loadingMore: found.isFetchingNextPage,
    toStart:
      cursor === undefined ? undefined : () => setSearch(withSort(shape, search, parsed.ok ? parsed.query.sort : [])),
    chips: chipsOf(shape, search),
    setChips: (chips) => setSearch((before) => withChips(shape, before, chips) ?? before),
    sort: parsed.ok ? parsed.query.sort : shape.defaultSort,
    setSort: (sort) => setSearch((before) => withSort(shape, before, sort)),
  };
}

function changes<Row>(pages: readonly ListPage<Row>[], changing: ListOptions<Row>['changing']): boolean {
  if (typeof changing !== 'function') return changing === true;
  return pages.some(({ data }) => data.some(changing));
}
