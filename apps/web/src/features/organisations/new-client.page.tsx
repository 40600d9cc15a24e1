import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Api } from '@st0r/api-client';
import { PageHead, showToast } from '@st0r/ui';
import { meQuery, type Me } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { OrganisationForm, type ClientValues } from './organisation-form';

/** A new client; only platform administrators get here by a link. */
export function Component() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const save = useSave<ClientValues, Api<'Organisation'>>('organisations', {
    refresh: ['organisations'],
    onSaved: async (client) => {
      showToast({ text: say('created', { name: client.name }), tone: 'success', organisation: client });
      await queries.refetchQueries({ queryKey: meQuery.queryKey });
      const mine = queries.getQueryData<Me>(meQuery.queryKey)?.organisations ?? [];
      // Opening a client gives no role in it; then the directory is the next step.
      await navigate(mine.some(({ id }) => id === client.id) ? `/o/${client.slug}` : '/clients');
    },
  });
  return (
    <>
      <PageHead title={say('add')} />
      <OrganisationForm onSave={save.save} onCancel={() => void navigate('/clients')} />
    </>
  );
}
