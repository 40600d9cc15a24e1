import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, redirect, useNavigate, useSearchParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Form, Notice, PasswordField, Progress, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { passkeysHere } from '../../shared/passkeys';
import { auth, pageAfter } from './auth.api';
import { ConnectionButtons, ReturnNotice, sendsAway, useLeaving, useOffered, type Offered } from './connection-buttons';
import { Gate } from './gate';
import { say } from './messages';
import { PasskeySignIn } from './passkey-sign-in';

type Values = { email: string; password: string };
type Served = Api<'ConnectionLookup'>;

/** Before the first account exists there is nobody to sign in: the way leads to the setup. */
export async function loader() {
  const state = await api.get<{ open?: boolean }>('setup/state').catch(() => undefined);
  return state?.open ? redirect('/setup') : null;
}

/** Connections first, then e-mail and password; an enforced domain leads to its connection. */
export function Component() {
  const [search] = useSearchParams();
  const offered = useOffered();
  const { leave, leaving, refusal } = useLeaving(search.get('next'));
  return (
    <Gate title={say('login')}>
      <ReturnNotice search={search} />
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      {offered.length > 0 && (
        <ConnectionButtons offered={offered} leaving={leaving} onLeave={(one) => void leave(one)} />
      )}
      <PasskeySignIn />
      {(offered.length > 0 || passkeysHere()) && <p className="st-or">{say('orPassword')}</p>}
      <PasswordForm offered={offered} onLeave={leave} />
    </Gate>
  );
}

function PasswordForm(props: { offered: readonly Offered[]; onLeave: (connection: Offered) => Promise<void> }) {
  const form = useForm<Values>({ defaultValues: { email: '', password: '' } });
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [served, look] = useServed();
  const [work, setWork] = useState<number>();
  const enforced = served?.enforced ? served.connection : null;
  async function handleSubmit(values: Values) {
    // The look at the domain may still be under way when somebody presses Enter.
    const found = await look(values.email);
    if (found?.enforced && found.connection) return props.onLeave(found.connection);
    await navigate(pageAfter(await auth.login(values, setWork), search.get('next')));
  }
  const hidden = served?.connection && !enforced && !props.offered.some(({ id }) => id === served.connection?.id);
  return (
    <>
      <Form
        form={form}
        onSubmit={handleSubmit}
        submitLabel={enforced ? say('continueWith', { name: enforced.label }) : say('login')}
      >
        <TextField
          name="email"
          type="email"
          label={say('email')}
          help={enforced ? say('enforcedHelp', { name: enforced.label }) : undefined}
          autoComplete="username webauthn"
          autoFocus
          rules={{ required: say('required'), onBlur: () => void look(form.getValues('email')) }}
        />
        {!enforced && (
          <PasswordField
            name="password"
            label={say('password')}
            autoComplete="current-password"
            rules={{ required: say('required') }}
          />
        )}
      </Form>
      <div role="status">{work !== undefined && <Working share={work} />}</div>
      {hidden && served.connection && (
        <ConnectionButtons
          offered={[served.connection]}
          leaving={undefined}
          onLeave={(one) => void props.onLeave(one)}
        />
      )}
      <p className="mt-3 mb-0">
        <Link to="/reset">{say('forgot')}</Link>
      </p>
    </>
  );
}

/** Why signing in takes longer than usual. */
function Working({ share }: { share: number }) {
  return (
    <div className="mt-3">
      <Notice tone="info" title={say('workTitle')}>
        {say('workText')}
      </Notice>
      <Progress label={say('workProgress')} done={Math.round(share * 100)} total={100} />
    </div>
  );
}

/** The connection that serves the domain of an address; asked once per domain. */
function useServed() {
  const [served, setServed] = useState<Served & { domain: string }>();
  async function look(email: string): Promise<Served | undefined> {
    const domain = /@([^@\s]+\.[^@\s]+)$/.exec(email.trim())?.[1]?.toLowerCase();
    if (!domain) {
      setServed(undefined);
      return undefined;
    }
    if (served?.domain === domain) return served;
    // The name before the @ stays here: the domain alone decides.
    const found = await api.post<Served>('auth/connections/lookup', { email: `x@${domain}` }).catch(() => undefined);
    const usable = found?.connection && sendsAway(found.connection) ? found : { connection: null, enforced: false };
    setServed({ ...usable, domain });
    return usable;
  }
  return [served, look] as const;
}
