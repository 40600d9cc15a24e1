import { useInfiniteQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { Button, EmptyState, ErrorState, Skeleton, Tag, Time, SmallTable } from '@st0r/ui';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';
import type { Asset } from './asset-list';
import { say } from './messages';

type Observation = Api<'AssetObservation'>;

/** The ports that scans saw on an asset. */
export function AssetPorts({ asset }: { asset: Asset }) {
  const query = { assetId: asset.id, limit: 100 };
  const ports = useInfiniteQuery({
    queryKey: ['list', 'asset-observations', query],
    queryFn: ({ pageParam, signal }) =>
      api.get<ListPage<Observation>>('asset-observations', { ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  });
  if (ports.isError) return <ErrorState error={ports.error} onRetry={() => void ports.refetch()} />;
  if (!ports.data) return <Skeleton shape="rows" lines={4} />;
  const rows = ports.data.pages.flatMap(({ data }) => data);
  if (rows.length === 0) return <EmptyState icon="ethernet" title={say('noPorts')} />;
  const heads = [say('port'), say('state'), say('service'), say('version'), say('firstSeen'), say('lastSeen')];
  return (
    <>
      <SmallTable label={say('ports')} heads={heads}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <strong>{row.port}</strong>/{row.protocol}
            </td>
            <td>
              <Tag tone={row.state === 'open' ? 'success' : 'neutral'}>{row.state}</Tag>
            </td>
            <td>{row.service ?? '–'}</td>
            <td>{[row.product, row.serviceVersion].filter(Boolean).join(' ') || '–'}</td>
            <td>
              <Time at={row.firstSeenAt} />
            </td>
            <td>
              <Time at={row.lastSeenAt} />
            </td>
          </tr>
        ))}
      </SmallTable>
      {ports.hasNextPage && (
        <Button busy={ports.isFetchingNextPage} onClick={() => void ports.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </>
  );
}
