import { ErrorState, Facts, PeekPanel, Skeleton } from '@st0r/ui';
import { useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { StatusTag, TypeLabel } from './asset-columns';
import { customFacts, identityFacts, lifeFacts } from './asset-facts';
import type { Asset } from './asset-list';
import { useCustomFields } from './use-custom-fields';
import { word } from './words';

/** An asset beside the list. */
export function AssetPeek({ id, known, onClose }: { id: string; known: Asset | undefined; onClose: () => void }) {
  const { record, status, error, retry } = useRecord<Asset>(`assets/${id}`);
  const href = useOrgHref();
  const asset = record ?? known;
  const fields = useCustomFields(asset?.organisationId, asset?.type);
  return (
    <PeekPanel title={asset?.name ?? word('asset')} href={href(`assets/${id}`)} onClose={onClose}>
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {!asset && status === 'loading' && <Skeleton lines={8} />}
      {asset && (
        <>
          <p>
            <TypeLabel type={asset.type} /> <StatusTag status={asset.status} />
          </p>
          <Facts facts={[...identityFacts(asset, href), ...lifeFacts(asset), ...customFacts(asset, fields)]} />
        </>
      )}
    </PeekPanel>
  );
}
