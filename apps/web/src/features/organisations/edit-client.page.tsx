import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Api } from '@st0r/api-client';
import { ErrorState, PageHead, showToast, Skeleton } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { meQuery, useOrg } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { OrganisationForm, type ClientValues } from './organisation-form';

type Client = Api<'Organisation'>;

/** Changes the client in view. */
export function Component() {
  const org = useOrg();
  const path = `organisations/${org?.id ?? ''}`;
  const { record, etag, status, error, retry } = useRecord<Client>(path, { enabled: org !== undefined });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const save = useSave<ClientValues, Client>(path, {
    method: 'patch',
    etag,
    refresh: ['organisations'],
    onSaved: async (client) => {
      await queries.refetchQueries({ queryKey: meQuery.queryKey });
      showToast({ text: say('saved'), tone: 'success' });
      await navigate(`/o/${client.slug}`);
    },
  });
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!record) return <Skeleton shape="page" />;
  return (
    <>
      <PageHead title={record.name} kind={say('edit')} />
      <OrganisationForm
        key={record.version}
        client={record}
        onSave={save.save}
        onCancel={() => void navigate(`/o/${record.slug}`)}
      >
        <ConflictDialog save={save} />
      </OrganisationForm>
    </>
  );
}
