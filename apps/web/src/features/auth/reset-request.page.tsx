import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ButtonLink, Form, TextField } from '@st0r/ui';
import { auth } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';

/** Asks for a reset link. The answer is the same whether the address is known or not. */
export function Component() {
  const [sent, setSent] = useState(false);
  const form = useForm({ defaultValues: { email: '' } });
  async function handleSubmit({ email }: { email: string }) {
    await auth.askReset(email);
    setSent(true);
  }
  return (
    <Gate title={say('resetTitle')}>
      {sent ? (
        <p role="status">{say('resetSent')}</p>
      ) : (
        <Form form={form} onSubmit={handleSubmit} submitLabel={say('resetAsk')}>
          <p>{say('resetIntro')}</p>
          <TextField
            name="email"
            type="email"
            label={say('email')}
            autoComplete="username"
            autoFocus
            rules={{ required: say('required') }}
          />
        </Form>
      )}
      <div className="mt-3">
        <ButtonLink to="/login" tone="link">
          {say('toLogin')}
        </ButtonLink>
      </div>
    </Gate>
  );
}
