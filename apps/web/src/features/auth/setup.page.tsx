import { useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { redirect, useNavigate, useSearchParams } from 'react-router';
import { Button, Form, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { auth, pageAfter, type SignInState } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';
import { NewPasswordField } from './new-password-field';

type Values = { token: string; name: string; email: string; password: string; start: 'own' | 'sample'; client: string };

/** Only while no account exists. */
export async function loader() {
  const state = await api.get<{ open?: boolean }>('setup/state');
  return state.open === false ? redirect('/login') : null;
}

/** First run: the administrator, then a first client or sample data; the second factor follows at sign-in. */
export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [step, setStep] = useState<'account' | 'client'>('account');
  const form = useForm<Values>({
    defaultValues: { token: tokenOf(search), name: '', email: '', password: '', start: 'own', client: '' },
  });
  async function handleSubmit(values: Values) {
    if (step === 'account') return setStep('client');
    const { token, email, name, password } = values;
    const sample = values.start === 'sample';
    const content = sample ? {} : { organisation: { name: values.client } };
    try {
      const answer = await api.post<{ state?: SignInState } | undefined>('setup', {
        token,
        email,
        name,
        password,
        ...content,
      });
      const outcome = answer?.state ? answer : await auth.login({ email, password });
      await navigate(pageAfter(outcome, sample ? '/setup/sample' : '/setup/kit'));
    } catch (error) {
      if (concernsAccount(error)) setStep('account');
      throw error;
    }
  }
  return (
    <Gate title={say('setupTitle')} wide>
      <ol className="st-steps">
        <li aria-current={step === 'account' ? 'step' : undefined}>{say('adminStep')}</li>
        <li aria-current={step === 'client' ? 'step' : undefined}>{say('clientStep')}</li>
        <li>{say('secondFactor')}</li>
      </ol>
      <Form
        form={form}
        onSubmit={handleSubmit}
        submitLabel={say(step === 'account' ? 'continue' : 'finish')}
        extra={step === 'client' && <Button onClick={() => setStep('account')}>{say('back')}</Button>}
      >
        {step === 'account' ? <AccountStep asksToken={tokenOf(search) === ''} /> : <ClientStep form={form} />}
      </Form>
    </Gate>
  );
}

/** The token of the setup link; behind the hash it stays out of server logs. */
function tokenOf(search: URLSearchParams): string {
  return search.get('token') ?? location.hash.slice(1).replace(/^token=/, '');
}

function concernsAccount(error: unknown): boolean {
  const errors = (error as { errors?: { pointer: string }[] }).errors ?? [];
  return errors.some(({ pointer }) => /^\/(token|name|email|password)$/.test(pointer));
}

function AccountStep({ asksToken }: { asksToken: boolean }) {
  const rules = { required: say('required') };
  return (
    <>
      {asksToken && (
        <TextField
          name="token"
          label={say('setupToken')}
          help={say('setupTokenHelp')}
          autoComplete="off"
          rules={rules}
        />
      )}
      <TextField name="name" label={say('name')} autoComplete="name" autoFocus rules={rules} />
      <TextField name="email" type="email" label={say('email')} autoComplete="username" rules={rules} />
      <NewPasswordField />
    </>
  );
}

function ClientStep({ form }: { form: UseFormReturn<Values> }) {
  const own = form.watch('start') === 'own';
  return (
    <>
      <fieldset className="mb-3">
        <legend className="form-label">{say('exampleOrOwn')}</legend>
        {(['own', 'sample'] as const).map((value) => (
          <label key={value} className="form-check">
            <input type="radio" className="form-check-input" value={value} {...form.register('start')} />
            <span className="form-check-label">{say(value === 'own' ? 'ownClient' : 'example')}</span>
          </label>
        ))}
      </fieldset>
      {own && (
        <TextField
          name="client"
          label={say('clientName')}
          help={say('clientNameHelp')}
          rules={{ required: say('required') }}
        />
      )}
    </>
  );
}
