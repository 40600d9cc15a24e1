import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import { spanOf } from '../../shared/chart-time';
import type { TimeRange } from '../../shared/chip-filters';

export type EventChart = Api<'EventChart'>;

/** Events over the time in view, the last thirty days where none is chosen. */
export function useChart(range: TimeRange) {
  const { org } = useParams();
  const { from, to, bucket } = spanOf(range, Date.now());
  const query = { org: org === 'all' ? undefined : org, from, to, bucket };
  return useQuery({
    queryKey: ['list', 'events/chart', query],
    queryFn: ({ signal }) => api.get<EventChart>('events/chart', query, { signal }),
    placeholderData: keepPreviousData,
  });
}
