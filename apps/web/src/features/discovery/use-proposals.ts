import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../shared/api';
import type { Kind, Proposal, ProposalPage } from './scan.types';

/** Most lines one answer holds. */
const limit = 4096;

/** What a scan proposes at this moment, by kind. A scan of more than 4,096 devices comes in parts. */
export function useProposals(scanId: string) {
  const query = useInfiniteQuery({
    queryKey: ['record', `scans/${scanId}/proposals`],
    queryFn: ({ pageParam, signal }) =>
      api.get<ProposalPage>(`scans/${scanId}/proposals`, { limit, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  });
  const byKind = useMemo(() => grouped(query.data?.pages.flatMap(({ data }) => data) ?? []), [query.data]);
  return {
    byKind,
    counts: query.data?.pages.at(-1)?.counts,
    status: query.isError ? ('error' as const) : query.data ? ('ready' as const) : ('loading' as const),
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}

function grouped(proposals: readonly Proposal[]): Record<Kind, Proposal[]> {
  const byKind: Record<Kind, Proposal[]> = { new: [], update: [], conflict: [], vanished: [], unchanged: [] };
  for (const proposal of proposals) byKind[proposal.kind].push(proposal);
  return byKind;
}
