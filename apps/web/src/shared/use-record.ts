import { useQuery } from '@tanstack/react-query';
import { api } from './api';

/** One record with its entity tag: give `etag` to `useSave` so that nobody's change is overwritten unseen. */
export function useRecord<T>(path: string, options: { enabled?: boolean } = {}) {
  const query = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => api.getTagged<T>(path, { signal }),
    enabled: options.enabled ?? true,
  });
  return {
    record: query.data?.data,
    etag: query.data?.etag,
    status: query.isError ? ('error' as const) : query.data ? ('ready' as const) : ('loading' as const),
    error: query.error,
    retry: () => void query.refetch(),
  };
}
