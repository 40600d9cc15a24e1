import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Form, Notice, showToast, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { makePasskey, passkeysHere } from '../../shared/passkeys';
import { auth } from './auth.api';
import { deviceOf } from './device';
import { say } from './passkey-messages';
import { RecoveryCodes } from './totp-enrolment';

type Props = { onDone: () => void };

/** Adds a passkey, and hands out recovery codes where the account has none yet. */
export function AddPasskey({ onDone }: Props) {
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (!passkeysHere()) return <Notice tone="warning">{say('notHere')}</Notice>;
  return <NameForm onAdded={(fresh) => (fresh ? setCodes(fresh) : onDone())} />;
}

function NameForm({ onAdded }: { onAdded: (codes: string[] | undefined) => void }) {
  const form = useForm({ defaultValues: { name: deviceOf(navigator.userAgent) } });
  const [declined, setDeclined] = useState(false);
  async function handleSubmit({ name }: { name: string }) {
    setDeclined(false);
    const made = await makePasskey();
    if (!made) return setDeclined(true);
    await api.post<Api<'Passkey'>>('me/passkeys', { name, made });
    showToast({ text: say('added', { name }), tone: 'success' });
    onAdded(await firstCodes());
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('add')}>
      <p>{say('addText')}</p>
      {declined && <Notice tone="warning">{say('declined')}</Notice>}
      <TextField
        name="name"
        label={say('name')}
        help={say('nameHelp')}
        rules={{ required: say('required'), maxLength: 60 }}
      />
    </Form>
  );
}

/** Recovery codes of an account that had none: what is left when the device is lost. */
async function firstCodes(): Promise<string[] | undefined> {
  const { mfa } = await api.get<Api<'Me'>>('me');
  return mfa.recoveryCodesLeft === 0 ? (await auth.renewRecoveryCodes()).recoveryCodes : undefined;
}
