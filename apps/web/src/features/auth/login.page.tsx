import { useForm } from 'react-hook-form';
import { Link, redirect, useNavigate, useSearchParams } from 'react-router';
import { Form, PasswordField, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { auth, pageAfter } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';

/** Before the first account exists there is nobody to sign in: the way leads to the setup. */
export async function loader() {
  const state = await api.get<{ open?: boolean }>('setup/state').catch(() => undefined);
  return state?.open ? redirect('/setup') : null;
}

/** E-mail and password. */
export function Component() {
  const form = useForm({ defaultValues: { email: '', password: '' } });
  const [search] = useSearchParams();
  const navigate = useNavigate();
  async function handleSubmit(values: { email: string; password: string }) {
    await navigate(pageAfter(await auth.login(values), search.get('next')));
  }
  return (
    <Gate title={say('login')}>
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('login')}>
        <TextField
          name="email"
          type="email"
          label={say('email')}
          autoComplete="username"
          autoFocus
          rules={{ required: say('required') }}
        />
        <PasswordField
          name="password"
          label={say('password')}
          autoComplete="current-password"
          rules={{ required: say('required') }}
        />
      </Form>
      <p className="mt-3 mb-0">
        <Link to="/reset">{say('forgot')}</Link>
      </p>
    </Gate>
  );
}
