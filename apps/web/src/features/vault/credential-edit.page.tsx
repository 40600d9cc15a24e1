import { useNavigate, useParams } from 'react-router';
import { ErrorState, Forbidden, PageHead, Panel, Skeleton } from '@st0r/ui';
import { useMe, useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { CredentialForm } from './credential-form';
import type { Credential } from './credential-types';
import { say } from './messages';
import './vault.css';

/** Changes a credential; its secrets can be replaced without being read. */
export function Component() {
  const { id = '' } = useParams();
  const me = useMe();
  const href = useOrgHref();
  const navigate = useNavigate();
  const { record, etag, status, error, retry } = useRecord<Credential>(`credentials/${id}`);
  if (status === 'loading') return <Skeleton shape="page" lines={8} />;
  if (!record) return <ErrorState error={error} onRetry={retry} page />;
  const organisation = me.organisations.find((each) => each.id === record.organisationId);
  if (!organisation || record.can['update'] !== true) return <Forbidden permission="vault.item.update" />;
  const back = () => navigate(href(`vault/${id}`));
  return (
    <>
      <PageHead title={record.name} kind={say('edit')} />
      <div className="st-vault-form">
        <Panel>
          <CredentialForm
            key={etag}
            organisation={organisation}
            credential={record}
            etag={etag}
            onDone={back}
            onCancel={() => void back()}
          />
        </Panel>
      </div>
    </>
  );
}
