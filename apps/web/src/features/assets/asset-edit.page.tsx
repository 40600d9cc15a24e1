import { useNavigate, useParams } from 'react-router';
import { ErrorState, PageHead, Skeleton } from '@st0r/ui';
import { useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { AssetForm } from './asset-form';
import type { Asset } from './asset-list';
import { tellSaved } from './tell-saved';
import { word } from './words';
import './assets.css';

/** Changes an asset. */
export function Component() {
  const { id = '' } = useParams();
  const { record: asset, etag, status, error, retry } = useRecord<Asset>(`assets/${id}`);
  const navigate = useNavigate();
  const href = useOrgHref();
  const back = href(`assets/${id}`);
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!asset) return <Skeleton shape="page" lines={10} />;
  async function handleSaved(saved: Asset) {
    tellSaved(saved);
    await navigate(back);
  }
  return (
    <>
      <PageHead title={asset.name} kind={word('edit')} />
      <AssetForm
        key={`${asset.id} ${asset.version}`}
        organisationId={asset.organisationId}
        asset={asset}
        etag={etag}
        onSaved={handleSaved}
        onCancel={() => void navigate(back)}
      />
    </>
  );
}
