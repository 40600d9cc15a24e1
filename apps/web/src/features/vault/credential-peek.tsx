import { ErrorState, PeekPanel, Skeleton } from '@st0r/ui';
import { useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { CredentialBody } from './credential-body';
import type { Credential } from './credential-types';
import { say } from './messages';

/** A credential beside the list. */
export function CredentialPeek({ id, revealNow, onClose }: { id: string; revealNow: boolean; onClose: () => void }) {
  const href = useOrgHref();
  const { record, status, error, retry } = useRecord<Credential>(`credentials/${id}`);
  return (
    <PeekPanel title={record?.name ?? say('kind')} href={href(`vault/${id}`)} onClose={onClose}>
      {status === 'loading' && <Skeleton lines={6} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record && (
        <div className="st-vault-stack">
          <CredentialBody credential={record} revealNow={revealNow} />
        </div>
      )}
    </PeekPanel>
  );
}
