import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ConfirmDialog,
  Dialog,
  Form,
  Panel,
  SelectField,
  showToast,
  SmallTable,
  TextField,
  Time,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { touches, useSave } from '../../shared/use-save';
import { say } from './messages';

type Recipient = Api<'BackupRecipient'>;
type NewRecipient = Api<'BackupRecipientCreate'>;

/** Who may open which half of a backup. */
export function Recipients({ recipients }: { recipients: readonly Recipient[] }) {
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={say('recipients')}
      flush
      actions={
        <Button size="sm" icon="plus-lg" onClick={() => setAdding(true)}>
          {say('add')}
        </Button>
      }
    >
      <p className="st-quiet st-backup-note">{say(recipients.length > 0 ? 'recipientsText' : 'noRecipients')}</p>
      {recipients.length > 0 && (
        <SmallTable
          label={say('recipients')}
          heads={[say('name'), say('half'), say('publicKey'), say('addedBy'), { text: say('acts'), as: 'heard' }]}
        >
          {recipients.map((each) => (
            <RecipientRow key={each.id} recipient={each} />
          ))}
        </SmallTable>
      )}
      <Dialog open={adding} title={say('add')} onClose={() => setAdding(false)}>
        <RecipientForm onClose={() => setAdding(false)} />
      </Dialog>
    </Panel>
  );
}

function RecipientRow({ recipient: { id, kind, name, recipient, addedAt, addedName } }: { recipient: Recipient }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  async function handleRemove() {
    await api.delete(`backups/recipients/${id}`);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['backups']) });
    setAsking(false);
    showToast({ text: say('removedToast', { name }), tone: 'success' });
  }
  return (
    <tr>
      <td>{name}</td>
      <td>{say(kind)}</td>
      <td>
        <code className="st-backup-key">{recipient}</code>
      </td>
      <td>
        {addedName} <Time at={addedAt} />
      </td>
      <td className="st-end">
        <Button size="sm" aria-label={`${say('remove')}: ${name}`} onClick={() => setAsking(true)}>
          {say('remove')}
        </Button>
        <ConfirmDialog
          open={asking}
          title={say('removeTitle', { name })}
          confirmLabel={say('remove')}
          danger
          onConfirm={handleRemove}
          onClose={() => setAsking(false)}
        >
          {say('removeText')}
        </ConfirmDialog>
      </td>
    </tr>
  );
}

function RecipientForm({ onClose }: { onClose: () => void }) {
  const form = useForm<NewRecipient>({ defaultValues: { kind: 'data', name: '', recipient: '' } });
  const save = useSave<NewRecipient>('backups/recipients', {
    refresh: ['backups'],
    onSaved: () => {
      showToast({ text: say('added', { name: form.getValues('name') }), tone: 'success' });
      onClose();
    },
  });
  return (
    <Form form={form} onSubmit={save.save} submitLabel={say('add')} onCancel={onClose}>
      <TextField name="name" label={say('name')} autoComplete="off" rules={{ required: say('nameNeeded') }} />
      <SelectField
        name="kind"
        label={say('half')}
        help={say('halfHelp')}
        choices={[
          { value: 'data', label: say('halfData') },
          { value: 'keys', label: say('halfKeys') },
        ]}
      />
      <TextField
        name="recipient"
        label={say('publicKey')}
        help={say('publicKeyHelp')}
        autoComplete="off"
        rules={{ required: say('publicKeyNeeded') }}
      />
    </Form>
  );
}
