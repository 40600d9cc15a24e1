import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../shared/api';
import { spanOf } from '../../shared/chart-time';
import { chosen, rangeOf, type ApiUsage } from './usage-list';

/** Sums of the time, keys, routes and outcomes the filters name. */
export function useUsage(chips: string) {
  const { org } = useParams();
  const only = (field: string) => chosen(chips, field).join(',') || undefined;
  const query = {
    ...spanOf(rangeOf(chips), Date.now()),
    org: org === 'all' ? undefined : org,
    key: only('key'),
    endpoint: only('endpoint'),
    outcome: only('outcome'),
  };
  return useQuery({
    queryKey: ['list', 'api-requests/usage', query],
    queryFn: ({ signal }) => api.get<ApiUsage>('api-requests/usage', query, { signal }),
    placeholderData: keepPreviousData,
  });
}
