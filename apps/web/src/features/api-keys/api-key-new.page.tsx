import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog, ErrorState, Forbidden, PageHead, Skeleton } from '@st0r/ui';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { ApiKeyForm, type KeyBody } from './api-key-form';
import { inDays, type IssuedKey } from './api-key-list';
import { say } from './messages';
import { SecretPanel } from './secret-panel';
import { useCatalogue } from './use-catalogue';
import './api-keys.css';

const usualDays = 90;

/** Makes a key and shows its secret, once. */
export function Component() {
  const org = useOrg();
  const can = useCan();
  const href = useOrgHref();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const [issued, setIssued] = useState<IssuedKey>();
  const save = useSave<KeyBody, IssuedKey>('api-keys', { refresh: ['api-keys'], onSaved: setIssued });
  if (!can('apikey.manage')) return <Forbidden permission="apikey.manage" />;
  if (catalogue.isError) return <ErrorState error={catalogue.error} onRetry={() => void catalogue.refetch()} page />;
  if (!catalogue.data) return <Skeleton shape="page" lines={10} />;
  const start: KeyBody = {
    organisationId: org?.id,
    organisationIds: [],
    name: '',
    note: null,
    scopes: [],
    networks: [],
    requestsPerMinute: 600,
    expiresOn: inDays(usualDays),
  };
  // The secret leaves with this page: nothing else has ever held it.
  const handleDone = () => void navigate(href(`api-keys/${issued?.key.id ?? ''}`), { replace: true });
  return (
    <>
      <PageHead title={say('newKey')} />
      <ApiKeyForm
        start={start}
        catalogue={catalogue.data}
        submitLabel={say('newKey')}
        onSave={save.save}
        onCancel={() => void navigate(href('api-keys'))}
      />
      <Dialog open={issued !== undefined} title={say('created')} onClose={handleDone}>
        {issued && <SecretPanel secret={issued.secret} onDone={handleDone} />}
      </Dialog>
    </>
  );
}
