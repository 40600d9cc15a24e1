import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ConfirmDialog,
  Dialog,
  ErrorState,
  Form,
  Panel,
  showToast,
  Skeleton,
  Tag,
  TextField,
  Time,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { passkeysHere } from '../../shared/passkeys';
import { isProblem } from '../../shared/problem';
import { meQuery } from '../../shared/session';
import { AddPasskey } from './passkey-adding';
import { say } from './passkey-messages';

type Passkey = Api<'Passkey'>;
const path = 'me/passkeys';
const queryKey = ['record', path];

/** The passkeys of one's own account. */
export function PasskeyList() {
  const passkeys = useQuery({ queryKey, queryFn: () => api.get<Passkey[]>(path) });
  const renew = useRenewal();
  const [adding, setAdding] = useState(false);
  async function handleDone() {
    setAdding(false);
    await renew();
  }
  if (passkeys.isError) return <ErrorState error={passkeys.error} onRetry={() => void passkeys.refetch()} />;
  if (!passkeys.data) return <Skeleton lines={3} />;
  return (
    <Panel title={say('passkeys')}>
      {passkeys.data.length === 0 && <p>{say('none')}</p>}
      <ul className="st-plain-list mb-3">
        {passkeys.data.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      {passkeysHere() ? (
        <Button icon="fingerprint" onClick={() => setAdding(true)}>
          {say('add')}
        </Button>
      ) : (
        <p className="st-quiet mb-0">{say('notHere')}</p>
      )}
      <Dialog open={adding} title={say('add')} onClose={() => void handleDone()}>
        {adding && <AddPasskey onDone={() => void handleDone()} />}
      </Dialog>
    </Panel>
  );
}

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { name } = passkey;
  const [asking, setAsking] = useState<'rename' | 'remove'>();
  const renew = useRenewal();
  const close = () => setAsking(undefined);
  async function handleRemove() {
    close();
    try {
      await api.delete(`${path}/${passkey.id}`);
      showToast({ text: say('removed', { name }), tone: 'success' });
      await renew();
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  return (
    <li className="flex-wrap">
      <div className="flex-grow-1">
        <strong>{name}</strong> {passkey.synced && <Tag>{say('synced')}</Tag>}
        <div className="st-quiet">
          {say('created')} <Time at={passkey.createdAt} />, {say('lastUsed')}{' '}
          {passkey.lastUsedAt ? <Time at={passkey.lastUsedAt} /> : say('never')}
        </div>
      </div>
      <Button size="sm" onClick={() => setAsking('rename')}>
        {say('rename')} <span className="visually-hidden">{name}</span>
      </Button>
      <Button size="sm" onClick={() => setAsking('remove')}>
        {say('remove')} <span className="visually-hidden">{name}</span>
      </Button>
      <Dialog open={asking === 'rename'} title={say('rename')} onClose={close} size="sm">
        {asking === 'rename' && <RenameForm passkey={passkey} onDone={close} />}
      </Dialog>
      <ConfirmDialog
        open={asking === 'remove'}
        title={say('removeTitle', { name })}
        confirmLabel={say('remove')}
        danger
        onConfirm={handleRemove}
        onClose={close}
      >
        {say('removeText')}
      </ConfirmDialog>
    </li>
  );
}

function RenameForm({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const form = useForm({ defaultValues: { name: passkey.name } });
  const renew = useRenewal();
  async function handleSubmit({ name }: { name: string }) {
    await api.patch(`${path}/${passkey.id}`, { name });
    onDone();
    showToast({ text: say('renamed'), tone: 'success' });
    await renew();
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')}>
      <TextField name="name" label={say('name')} autoFocus rules={{ required: say('required'), maxLength: 60 }} />
    </Form>
  );
}

/** Reads the passkeys and the person anew. */
function useRenewal() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
}
