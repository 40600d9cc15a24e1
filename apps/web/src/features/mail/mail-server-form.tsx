import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button, ConfirmDialog, Form, PasswordField, SelectField, showToast, TextAreaField, TextField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import type { MailSettings } from './mail-settings.page';
import { say } from './messages';

const path = 'settings/mail';
const securities = [
  { value: 'starttls', label: say('securityStarttls') },
  { value: 'tls', label: say('securityTls') },
  { value: 'none', label: say('securityNone') },
];

type Values = {
  host: string;
  port: number;
  security: string;
  user: string;
  password: string;
  senderAddress: string;
  senderName: string;
  authority: string;
};

/** The mail server; its password goes in and never comes back. */
export function MailServerForm({ settings }: { settings: MailSettings }) {
  const form = useForm<Values>({ values: valuesOf(settings) });
  const [asking, setAsking] = useState(false);
  const save = useSave<object>(path, { method: 'put', refresh: [path], onSaved: () => told(say('saved')) });
  const forget = useSave<undefined>(path, { method: 'delete', refresh: [path], onSaved: () => told(say('forgotten')) });
  function told(text: string) {
    setAsking(false);
    form.resetField('password');
    showToast({ text, tone: 'success' });
  }
  return (
    <>
      <Form form={form} onSubmit={(values) => save.save(bodyOf(values))} submitLabel={say('save')}>
        <TextField name="host" label={say('host')} help={say('hostHelp')} rules={{ required: say('hostHelp') }} />
        <TextField
          name="port"
          inputMode="numeric"
          label={say('port')}
          help={say('portHelp')}
          rules={{ valueAsNumber: true, min: { value: 1, message: say('portHelp') }, required: say('portHelp') }}
        />
        <SelectField name="security" label={say('security')} choices={securities} />
        <TextField name="user" label={say('user')} help={say('userHelp')} autoComplete="off" />
        <PasswordField
          name="password"
          label={say('password')}
          help={settings.passwordKept ? say('passwordKept') : say('passwordHelp')}
          autoComplete="new-password"
        />
        <TextField
          name="senderAddress"
          type="email"
          label={say('sender')}
          help={say('senderHelp')}
          rules={{ required: say('senderHelp') }}
        />
        <TextField name="senderName" label={say('senderName')} />
        <TextAreaField name="authority" label={say('authority')} help={say('authorityHelp')} />
      </Form>
      {settings.source === 'settings' && (
        <div className="mt-3">
          <Button onClick={() => setAsking(true)}>{say('forget')}</Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={say('forget')}
        confirmLabel={say('forget')}
        onConfirm={() => forget.save(undefined)}
        onClose={() => setAsking(false)}
      >
        {say('forgetText')}
      </ConfirmDialog>
    </>
  );
}

/** What the form begins with; an operator's server is no starting point, its password is not ours to keep. */
function valuesOf(kept: MailSettings): Values {
  const own = kept.source === 'settings';
  return {
    host: (own && kept.host) || '',
    port: (own && kept.port) || 587,
    security: (own && kept.security) || 'starttls',
    user: (own && kept.user) || '',
    password: '',
    senderAddress: (own && kept.senderAddress) || '',
    senderName: (own && kept.senderName) || '',
    authority: (own && kept.authority) || '',
  };
}

const bodyOf = ({ user, password, senderName, authority, ...rest }: Values): object => ({
  ...rest,
  user: user || null,
  senderName: senderName || null,
  authority: authority.trim() || null,
  ...(password ? { password } : {}),
});
