import { useParams } from 'react-router';
import { Button, ButtonLink, ErrorState, Notice, Panel, RecordPage, Skeleton, Time, type RecordTab } from '@st0r/ui';
import { useRecent } from '../../shared/recents';
import { useCan, useOrgHref } from '../../shared/session';
import { useArchive } from '../../shared/use-archive';
import { useRecord } from '../../shared/use-record';
import { useRestore } from '../../shared/use-restore';
import { StatusTag, TypeLabel } from './asset-columns';
import { AssetCredentials } from './asset-credentials';
import { AssetEvents } from './asset-events';
import { AssetInterfaces } from './asset-interfaces';
import { AssetLife } from './asset-life';
import type { Asset } from './asset-list';
import { AssetMove } from './asset-move';
import { AssetOverview } from './asset-overview';
import { AssetPorts } from './asset-ports';
import { AssetRelations } from './asset-relations';
import { say } from './messages';
import './assets.css';

/** One asset: what it is, its network, what it is tied to, what happened to it. */
export function Component() {
  const { id = '' } = useParams();
  const { record: asset, etag, status, error, retry } = useRecord<Asset>(`assets/${id}`);
  const href = useOrgHref();
  const can = useCan();
  const archive = useArchive('assets');
  const restore = useRestore('assets');
  useRecent(asset?.id);
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!asset) return <Skeleton shape="page" lines={10} />;
  const named = { id, name: asset.name };
  const write = Boolean(asset.can['update']) && !asset.archivedAt;
  const actions = asset.archivedAt ? (
    Boolean(asset.can['restore']) && (
      <Button tone="primary" onClick={() => void restore(named)}>
        {say('restore')}
      </Button>
    )
  ) : (
    <>
      {write && <AssetMove asset={asset} etag={etag} />}
      {Boolean(asset.can['archive']) && (
        <Button icon="archive" onClick={() => void archive(named)}>
          {say('archive')}
        </Button>
      )}
      {write && (
        <ButtonLink tone="primary" icon="pencil" to={href(`assets/${id}/edit`)}>
          {say('edit')}
        </ButtonLink>
      )}
    </>
  );
  const tabs: RecordTab[] = [
    { id: 'facts', label: say('facts'), content: <AssetOverview asset={asset} /> },
    {
      id: 'interfaces',
      label: say('interfaces'),
      count: asset.interfaces.length,
      content: <AssetInterfaces asset={asset} etag={etag} write={write} />,
    },
    { id: 'ports', label: say('ports'), content: <AssetPorts asset={asset} /> },
    { id: 'relations', label: say('relations'), content: <AssetRelations asset={asset} write={write} /> },
    ...(can('vault.item.read')
      ? [{ id: 'credentials', label: say('credentials'), content: <AssetCredentials asset={asset} /> }]
      : []),
    ...(can('audit.read') ? [{ id: 'events', label: say('events'), content: <AssetEvents asset={asset} /> }] : []),
  ];
  return (
    <RecordPage
      title={asset.name}
      kind={<TypeLabel type={asset.type} />}
      tags={<StatusTag status={asset.status} />}
      actions={actions}
      tabs={tabs}
      side={
        <Panel title={say('life')}>
          <AssetLife asset={asset} />
        </Panel>
      }
    >
      {asset.archivedAt && <Notice tone="warning">{say('archivedText')}</Notice>}
      {asset.vanishedAt && (
        <Notice tone="warning" title={say('vanished')}>
          {say('vanishedText')} <Time at={asset.vanishedAt} />
        </Notice>
      )}
    </RecordPage>
  );
}
