import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import {
  absoluteTime,
  Button,
  Dialog,
  ErrorState,
  Facts,
  Form,
  Notice,
  Panel,
  showToast,
  Skeleton,
  TextField,
} from '@st0r/ui';
import { isProblem } from '../../shared/problem';
import { useMe } from '../../shared/session';
import { auth, type EmailChangeState } from './auth.api';
import { say } from './email-messages';

/** As the server has it, whose refusal names no reason. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
const queryKey = ['record', 'me/email-change'];

/** Who one is, and the address to sign in with: changed here, or a sentence that says where. */
export function EmailPanel() {
  const me = useMe();
  return (
    <Panel title={me.name}>
      <Facts facts={[[say('email'), me.email]]} />
      <div className="mt-3">
        <EmailChange />
      </div>
    </Panel>
  );
}

function EmailChange() {
  const state = useQuery({ queryKey, queryFn: auth.emailChange });
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (state.isError) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return <Skeleton lines={1} />;
  const { pending, closed } = state.data;
  if (pending) return <Pending pending={pending} />;
  if (closed) return <p className="st-quiet mb-0">{closed}</p>;
  return (
    <>
      <Button icon="envelope" onClick={() => setOpen(true)}>
        {say('change')}
      </Button>
      <Dialog open={open} title={say('change')} onClose={close}>
        {open && <AskForm onDone={close} />}
      </Dialog>
    </>
  );
}

function AskForm({ onDone }: { onDone: () => void }) {
  const form = useForm({ defaultValues: { email: '' } });
  const client = useQueryClient();
  async function handleSubmit(values: { email: string }) {
    const email = values.email.trim();
    client.setQueryData<EmailChangeState>(queryKey, await auth.askEmailChange(email));
    onDone();
    showToast({ text: say('asked', { email }), tone: 'success' });
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('ask')}>
      <p>{say('askText')}</p>
      <TextField
        name="email"
        type="email"
        label={say('newAddress')}
        autoComplete="email"
        autoFocus
        rules={{ required: say('required'), validate: (text: string) => ADDRESS.test(text.trim()) || say('noAddress') }}
      />
    </Form>
  );
}

function Pending({ pending }: { pending: Api<'EmailChange'> }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function handleCancel() {
    setBusy(true);
    try {
      await auth.cancelEmailChange();
      showToast({ text: say('cancelled'), tone: 'success' });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey });
  }
  return (
    <>
      <Notice title={say('pendingTitle', { email: pending.email })}>
        {say('pendingText', { until: absoluteTime(pending.expiresAt) })}
      </Notice>
      <Button busy={busy} onClick={() => void handleCancel()}>
        {say('cancel')}
      </Button>
    </>
  );
}
