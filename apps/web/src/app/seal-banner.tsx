import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { Notice } from '@st0r/ui';
import { api } from '../shared/api';
import { shell } from './messages';

const EVERY_MS = 60_000;

/** Says on every page when the audit log is not being sealed, or a clock is wrong: sensitive acts may be refused then. */
export function SealBanner() {
  const { data } = useQuery({
    queryKey: ['record', 'audit-state'],
    queryFn: ({ signal }) => api.get<Api<'SealState'>>('audit-state', undefined, { signal }),
    refetchInterval: EVERY_MS,
    retry: false,
  });
  if (!data || data.troubles.length === 0) return null;
  return (
    <Notice tone="danger" title={shell('auditTrouble')}>
      {data.troubles.map((trouble) => (
        <p key={trouble}>{trouble}</p>
      ))}
    </Notice>
  );
}
