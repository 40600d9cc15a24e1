import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button, ButtonLink, Dialog, Form, PageHead, Panel, PasswordField, showToast, Tag, TextField } from '@st0r/ui';
import { askPasskey } from '../../shared/passkeys';
import { isProblem } from '../../shared/problem';
import { meQuery, useMe } from '../../shared/session';
import { auth, digitsOf } from './auth.api';
import { EmailPanel } from './email-panel';
import { IdentityList } from './identity-list';
import { say } from './messages';
import { NewPasswordField } from './new-password-field';
import { PasskeyList } from './passkey-list';
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
        <EmailPanel />
        <PasskeyList />
        <SecondFactor />
        <Panel title={say(me.mfa.password ? 'change' : 'password')}>
          {me.mfa.password ? <PasswordForm /> : <p>{say('passwordElsewhere')}</p>}
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
  const second = mfa.totp || mfa.passkeys > 0;
  async function handleDone() {
    setOpen(false);
    showToast({ text: say('totpDone'), tone: 'success' });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  }
  return (
    <Panel
      title={say('authenticator')}
      actions={<Tag tone={mfa.totp ? 'success' : 'warning'}>{say(mfa.totp ? 'on' : 'off')}</Tag>}
    >
      <p>{say(mfa.totp ? 'appOn' : 'appOff')}</p>
      {second && <p className="st-quiet">{say('recoveryLeft', { n: mfa.recoveryCodesLeft })}</p>}
      <div className="d-flex flex-wrap gap-2">
        <Button icon="shield-lock" tone={mfa.totp ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
          {say(mfa.totp ? 'reEnrol' : 'setUp')}
        </Button>
        {second && <RenewCodes />}
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

/** The proof of an account without an authenticator; nothing when the person thinks better of it. */
async function byPasskey() {
  const passkey = await askPasskey('me/passkeys/challenge');
  return passkey && { passkey };
}

type Passwords = { current: string; next: string; code: string };

function PasswordForm() {
  const { mfa, email } = useMe();
  const byCode = mfa.totp && !(mfa.passkeyDemanded && mfa.passkeys > 0);
  const form = useForm<Passwords>({ defaultValues: { current: '', next: '', code: '' } });
  async function handleSubmit({ current, next, code }: Passwords) {
    const factor = byCode ? { code: digitsOf(code) } : mfa.passkeys > 0 ? await byPasskey() : {};
    if (!factor) return;
    await auth.password({ current, next, ...factor });
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
      {byCode && (
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
