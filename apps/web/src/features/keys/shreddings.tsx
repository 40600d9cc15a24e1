import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import {
  Button,
  Dialog,
  ErrorState,
  Form,
  Notice,
  Panel,
  SelectField,
  showToast,
  Skeleton,
  TextAreaField,
  TextField,
  SmallTable,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { touches } from '../../shared/use-save';
import { say } from './messages';
import { ShreddingRow } from './shredding-row';
import { useClients, type NameTag } from './use-clients';

type Shredding = Api<'Shredding'>;

/** Clients whose keys are to be destroyed, or were; one administrator asks, another approves. */
export function Shreddings() {
  const { clients, nameOf } = useClients();
  const [asking, setAsking] = useState(false);
  const found = useQuery({
    queryKey: ['list', 'keys/shreddings'],
    queryFn: () => api.get<Shredding[]>('keys/shreddings'),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" lines={2} />;
  const open = new Set(found.data.filter(({ state }) => state !== 'withdrawn').map((each) => each.organisationId));
  const archived = clients.filter(({ id, archivedAt }) => archivedAt && !open.has(id));
  return (
    <Panel
      title={say('shreddings')}
      flush
      actions={
        <Button size="sm" icon="fire" disabled={archived.length === 0} onClick={() => setAsking(true)}>
          {say('shred')}
        </Button>
      }
    >
      <p className="st-quiet st-keys-note">
        {say('shreddingsText')} {archived.length === 0 && say('noneArchived')}
      </p>
      {found.data.length === 0 ? (
        <p className="st-quiet st-keys-note">{say('noShreddings')}</p>
      ) : (
        <SmallTable
          label={say('shreddings')}
          heads={[say('client'), say('state'), say('decided'), { text: say('acts'), as: 'heard' }]}
        >
          {found.data.map((each) => (
            <ShreddingRow key={each.id} shredding={each} name={nameOf(each.organisationId)} />
          ))}
        </SmallTable>
      )}
      <Dialog open={asking} title={say('shredTitle')} onClose={() => setAsking(false)}>
        <ShredForm clients={archived} onClose={() => setAsking(false)} />
      </Dialog>
    </Panel>
  );
}

function ShredForm({ clients, onClose }: { clients: readonly NameTag[]; onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { organisationId: clients[0]?.id ?? '', name: '', reason: '' } });
  async function handleSubmit(values: { organisationId: string; name: string; reason: string }) {
    await api.post('keys/shreddings', values);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['keys']) });
    showToast({ text: say('shredAsked'), tone: 'success' });
    onClose();
  }
  const rules = { required: say('required') };
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('shredAsk')} onCancel={onClose}>
      <Notice tone="danger">{say('shredText')}</Notice>
      <SelectField
        name="organisationId"
        label={say('client')}
        choices={clients.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="name" label={say('shredName')} autoComplete="off" rules={rules} />
      <TextAreaField name="reason" label={say('shredReason')} rows={2} rules={rules} />
    </Form>
  );
}
