import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Dialog, Form, showToast, TypeaheadField, type Choice } from '@st0r/ui';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import type { Identity } from './sso.api';

type Props = { open: boolean; identity: Identity; onClose: () => void };
type Values = { userId: string | null };

/** Says whose account a waiting identity is: an act of an administrator who knows the person. */
export function LinkDialog({ open, identity, onClose }: Props) {
  return (
    <Dialog open={open} title={say('linkTitle', { name: identity.displayName ?? identity.subject })} onClose={onClose}>
      {open && <LinkForm identity={identity} onClose={onClose} />}
    </Dialog>
  );
}

function LinkForm({ identity, onClose }: Omit<Props, 'open'>) {
  const form = useForm<Values>({ defaultValues: { userId: null } });
  const save = useSave<Values, Identity>(`identities/${identity.id}/link`, {
    refresh: ['identities'],
    onSaved: () => {
      showToast({ text: say('linkedDone'), tone: 'success' });
      onClose();
    },
  });
  return (
    <Form form={form} onSubmit={save.save} submitLabel={say('link')} onCancel={onClose}>
      <p>{say('linkText')}</p>
      <TypeaheadField name="userId" label={say('user')} search={people} rules={{ required: say('required') }} />
    </Form>
  );
}

async function people(text: string): Promise<readonly Choice[]> {
  const { data } = await api.get<ListPage<Api<'User'>>>('users', { q: text || undefined, limit: 10 });
  return data.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
}
