import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Api } from '@st0r/api-client';
import { EmptyState, ErrorState, Icon, Panel, Skeleton, Tag } from '@st0r/ui';
import { api } from '../../shared/api';
import { useOrgHref } from '../../shared/session';
import type { ListPage } from '../../shared/use-list';
import type { Asset } from './asset-list';
import { say } from './messages';

/** The credentials that are linked to an asset; opening one is a matter of the vault. */
export function AssetCredentials({ asset }: { asset: Asset }) {
  const href = useOrgHref();
  const query = { linkedTo: asset.id, org: asset.organisationId, limit: 100 };
  const found = useQuery({
    queryKey: ['list', 'credentials', query],
    queryFn: ({ signal }) => api.get<ListPage<Api<'Credential'>>>('credentials', query, { signal }),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  if (found.data.data.length === 0) return <EmptyState icon="key" title={say('noCredentials')} />;
  return (
    <Panel title={say('credentials')}>
      <ul className="st-plain-list">
        {found.data.data.map((credential) => (
          <li key={credential.id}>
            <Icon name="key" />
            <Link to={href(`vault/${credential.id}`)}>{credential.name}</Link>
            <Tag>{credential.type}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
