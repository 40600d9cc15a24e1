import { useParams } from 'react-router';
import { Button, ErrorState, Notice, PageHead, Skeleton } from '@st0r/ui';
import { useCan } from '../../shared/session';
import { useArchive } from '../../shared/use-archive';
import { useRecord } from '../../shared/use-record';
import { useRestore } from '../../shared/use-restore';
import { say } from './messages';
import { Reconcile } from './reconcile';
import { ScanFacts } from './scan-facts';
import { ScanTags } from './scans.page';
import type { Scan } from './scan.types';
import { word } from './words';
import './discovery.css';

/** One scan held against the records of this moment. */
export function Component() {
  const { scan: id = '' } = useParams();
  const { record: scan, status, error, retry } = useRecord<Scan>(`scans/${id}`);
  const can = useCan();
  const archive = useArchive('scans');
  const restore = useRestore('scans');
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!scan) return <Skeleton shape="page" lines={8} />;
  const named = { id, name: scan.filename };
  const discard = !scan.archivedAt && Boolean(scan.can['archive']);
  return (
    <>
      <PageHead
        title={scan.filename}
        kind={word('scan')}
        tags={<ScanTags scan={scan} />}
        actions={
          discard && (
            <Button icon="trash" onClick={() => void archive(named)}>
              {say('discard')}
            </Button>
          )
        }
      />
      {scan.archivedAt && (
        <Notice tone="warning">
          {say('discarded')}{' '}
          {can('discovery.run') && (
            <Button size="sm" onClick={() => void restore(named)}>
              {say('restore')}
            </Button>
          )}
        </Notice>
      )}
      {!scan.complete && (
        <Notice tone="warning" title={say('partial')}>
          {say('partialText')}
        </Notice>
      )}
      <ScanFacts scan={scan} />
      <Reconcile scan={scan} />
    </>
  );
}
