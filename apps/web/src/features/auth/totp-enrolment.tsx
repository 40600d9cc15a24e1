import { useQuery } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button, CopyButton, ErrorState, Form, SecretText, Skeleton, TextField } from '@st0r/ui';
import { auth, digitsOf } from './auth.api';
import { say } from './messages';

/** Sets up an authenticator: QR drawn here, two codes in a row, recovery codes shown once. */
export function TotpEnrolment({ onDone }: { onDone: () => void }) {
  const [codes, setCodes] = useState<string[]>();
  // Never kept: the secret belongs to this page only.
  const start = useQuery({
    queryKey: ['totp-enrolment'],
    queryFn: auth.startEnrolment,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (start.isError) return <ErrorState error={start.error} onRetry={() => void start.refetch()} />;
  if (!start.data) return <Skeleton />;
  return (
    <>
      <p>{say('scan')}</p>
      <div className="st-qr mb-3">
        <QRCodeSVG value={start.data.otpauthUri} size={184} title={say('scan')} />
      </div>
      <p>
        {say('keyByHand')} <SecretText value={start.data.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')} />
      </p>
      <ConfirmCodes onConfirmed={setCodes} />
    </>
  );
}

function ConfirmCodes({ onConfirmed }: { onConfirmed: (codes: string[]) => void }) {
  const form = useForm({ defaultValues: { first: '', second: '' } });
  const rules = { validate: (code: string) => digitsOf(code).length === 6 || say('codeHelp') };
  async function handleSubmit({ first, second }: { first: string; second: string }) {
    const { recoveryCodes } = await auth.confirmEnrolment([digitsOf(first), digitsOf(second)]);
    onConfirmed(recoveryCodes);
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('confirm')}>
      <TextField name="first" label={say('codeOne')} inputMode="numeric" autoComplete="one-time-code" rules={rules} />
      <TextField
        name="second"
        label={say('codeTwo')}
        help={say('codeTwoHelp')}
        inputMode="numeric"
        autoComplete="off"
        rules={rules}
      />
    </Form>
  );
}

/** Codes for a lost authenticator, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <>
      <h2>{say('codes')}</h2>
      <p>{say('codesText')}</p>
      <ul className="st-codes">
        {codes.map((code) => (
          <li key={code}>
            <SecretText value={code} />
          </li>
        ))}
      </ul>
      <div className="d-flex gap-2">
        <CopyButton text={() => codes.join('\n')} what={say('codes')} />
        <Button tone="primary" onClick={onDone}>
          {say('codesKept')}
        </Button>
      </div>
    </>
  );
}
