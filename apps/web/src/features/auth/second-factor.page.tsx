import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, Form, TextField } from '@st0r/ui';
import { auth, digitsOf, pageAfter } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';
import { PasskeySecondStep } from './passkey-sign-in';

/** A passkey or the code of the authenticator, whichever the account has, or a recovery code. */
export function Component() {
  const [recovery, setRecovery] = useState(false);
  const { data: ways } = useQuery({ queryKey: ['second-factor'], queryFn: auth.ways, gcTime: 0, retry: false });
  // Until it is known, and when it cannot be: most people have a code.
  const codes = ways?.totp !== false || !ways.passkey;
  const back = codes ? say('useApp') : say('usePasskey');
  return (
    <Gate title={say('twoTitle')}>
      {ways?.passkey && !recovery && <PasskeySecondStep primary={!codes} />}
      {recovery ? <RecoveryForm /> : codes && <CodeForm />}
      <Button tone="link" className="px-0 mt-2" onClick={() => setRecovery(!recovery)}>
        {recovery ? back : say('useRecovery')}
      </Button>
    </Gate>
  );
}

function useNext() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return async (proof: { code: string } | { recoveryCode: string }) => {
    await navigate(pageAfter((await auth.secondFactor(proof)) ?? { state: 'signed_in' }, search.get('next')));
  };
}

function CodeForm() {
  const form = useForm({ defaultValues: { code: '' } });
  const prove = useNext();
  return (
    <Form form={form} onSubmit={({ code }) => prove({ code: digitsOf(code) })} submitLabel={say('confirm')}>
      <TextField
        name="code"
        label={say('code')}
        help={say('codeHelp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        rules={{ validate: (code: string) => digitsOf(code).length === 6 || say('codeHelp') }}
      />
    </Form>
  );
}

function RecoveryForm() {
  const form = useForm({ defaultValues: { recoveryCode: '' } });
  const prove = useNext();
  return (
    <Form
      form={form}
      onSubmit={({ recoveryCode }) => prove({ recoveryCode: recoveryCode.trim() })}
      submitLabel={say('confirm')}
    >
      <TextField name="recoveryCode" label={say('recoveryCode')} autoFocus rules={{ required: say('required') }} />
    </Form>
  );
}
