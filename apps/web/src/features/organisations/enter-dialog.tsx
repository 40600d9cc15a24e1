import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Dialog, Form, showToast, TextAreaField } from '@st0r/ui';
import { api } from '../../shared/api';
import { meQuery } from '../../shared/session';
import { say } from './messages';

type NameTag = Api<'OrganisationSummary'>;

/** Asks why somebody enters a client they have no role in. Loaded when it is first opened. */
export default function EnterDialog({ client, onClose }: { client: NameTag; onClose: () => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function handleSubmit({ reason }: { reason: string }) {
    await api.post('self-grants', { organisationId: client.id, reason });
    await queries.refetchQueries({ queryKey: meQuery.queryKey });
    showToast({ text: say('enterDone', { name: client.name }), tone: 'success', organisation: client });
    onClose();
    await navigate(`/o/${client.slug}`);
  }
  return (
    <Dialog open title={say('enterTitle', { name: client.name })} onClose={onClose}>
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('enter')} onCancel={onClose}>
        <TextAreaField
          name="reason"
          label={say('enterReason')}
          help={say('enterReasonHelp', { name: client.name })}
          rules={{ required: say('required') }}
        />
      </Form>
    </Dialog>
  );
}
