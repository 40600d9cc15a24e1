import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  Button,
  ButtonLink,
  Dialog,
  Facts,
  Form,
  PageHead,
  Panel,
  PasswordField,
  showToast,
  Tag,
  TextField,
} from '@st0r/ui';
import { isProblem } from '../../shared/problem';
import { meQuery, useMe } from '../../shared/session';
import { auth, digitsOf } from './auth.api';
import { IdentityList } from './identity-list';
import { say } from './messages';
import { NewPasswordField } from './new-password-field';
import { SessionList } from './session-list';
import { RecoveryCodes, TotpEnrolment } from './totp-enrolment';

/** One's own account: who, password, second factor, sessions. */
export function Component() {
  const me = useMe();
  return (
    <>
      <PageHead
        title={say('account')}
        actions={
          <ButtonLink icon="key" to="/me/api-keys">
            {say('apiKeys')}
          </ButtonLink>
        }
      />
      <div className="st-grid mb-3">
        <Panel title={me.name}>
          <Facts facts={[[say('email'), me.email]]} />
        </Panel>
        <SecondFactor />
        <Panel title={say('change')}>
          <PasswordForm />
        </Panel>
        <IdentityList />
      </div>
      <SessionList />
    </>
  );
}

function SecondFactor() {
  const { mfa } = useMe();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  async function handleDone() {
    setOpen(false);
    showToast({ text: say('totpDone'), tone: 'success' });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  }
  return (
    <Panel
      title={say('secondFactor')}
      actions={<Tag tone={mfa.totp ? 'success' : 'warning'}>{say(mfa.totp ? 'on' : 'off')}</Tag>}
    >
      <p>{say(mfa.totp ? 'secondFactorOn' : 'secondFactorOff')}</p>
      {mfa.totp && <p className="st-quiet">{say('recoveryLeft', { n: mfa.recoveryCodesLeft })}</p>}
      <div className="d-flex flex-wrap gap-2">
        <Button icon="shield-lock" tone={mfa.totp ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
          {say(mfa.totp ? 'reEnrol' : 'setUp')}
        </Button>
        {mfa.totp && <RenewCodes />}
      </div>
      <Dialog open={open} title={say('setUp')} onClose={() => setOpen(false)}>
        {open && <TotpEnrolment onDone={() => void handleDone()} />}
      </Dialog>
    </Panel>
  );
}

function RenewCodes() {
  const client = useQueryClient();
  const [codes, setCodes] = useState<string[]>();
  async function handleRenew() {
    try {
      setCodes((await auth.renewRecoveryCodes()).recoveryCodes);
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  const close = () => setCodes(undefined);
  return (
    <>
      <Button icon="arrow-repeat" title={say('renewCodesText')} onClick={() => void handleRenew()}>
        {say('renewCodes')}
      </Button>
      <Dialog open={codes !== undefined} title={say('renewCodes')} onClose={close}>
        {codes && <RecoveryCodes codes={codes} onDone={close} />}
      </Dialog>
    </>
  );
}

type Passwords = { current: string; next: string; code: string };

function PasswordForm() {
  const { mfa, email } = useMe();
  const form = useForm<Passwords>({ defaultValues: { current: '', next: '', code: '' } });
  async function handleSubmit({ current, next, code }: Passwords) {
    await auth.password({ current, next, ...(mfa.totp ? { code: digitsOf(code) } : {}) });
    form.reset();
    showToast({ text: say('changed'), tone: 'success' });
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('change')}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="current"
        label={say('current')}
        autoComplete="current-password"
        rules={{ required: say('required') }}
      />
      <NewPasswordField name="next" />
      {mfa.totp && (
        <TextField
          name="code"
          label={say('code')}
          help={say('codeHelp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          rules={{ required: say('required') }}
        />
      )}
    </Form>
  );
}
