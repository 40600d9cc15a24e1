import { useForm } from 'react-hook-form';
import { Form, Panel, PasswordField, SelectField, TextAreaField, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { say as sayLdap } from './ldap-messages';
import { say } from './messages';
import { PATH, type Connection } from './sso.api';
import { ExchangeEnd, useStepSave, type StepProps } from './step';

type Values = {
  host: string;
  security: 'ldaps' | 'starttls';
  port: string;
  ca: string;
  bindDn: string;
  bindPassword: string;
  userBase: string;
  groupBase: string;
};

/** How a directory is reached: server, encryption, the account that reads it, and where people and groups are. */
export function LdapSide({ connection, etag }: StepProps) {
  const { id, secretsHeld } = connection;
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useStepSave({ connection, etag });
  async function handleSubmit({ bindPassword, ...values }: Values) {
    // First the secret: saving the rest draws this form anew.
    if (bindPassword) await api.post(`${PATH}/${id}/secrets`, { name: 'bind_password', value: bindPassword });
    await save.save({ ldap: bodyOf(values, connection) });
  }
  const help = sayLdap(secretsHeld.includes('bind-password') ? 'bindPasswordHeld' : 'bindPasswordMissing');
  return (
    <>
      <Panel title={say('setUpBy')}>
        <p>{sayLdap('steps')}</p>
      </Panel>
      <Panel title={sayLdap('server')}>
        <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')}>
          <TextField
            name="host"
            label={sayLdap('host')}
            help={sayLdap('hostHelp')}
            autoComplete="off"
            required={false}
          />
          <SelectField
            name="security"
            label={sayLdap('security')}
            choices={[
              { value: 'ldaps', label: sayLdap('ldaps') },
              { value: 'starttls', label: sayLdap('starttls') },
            ]}
          />
          <TextField name="port" label={sayLdap('port')} inputMode="numeric" rules={{ required: say('required') }} />
          <TextAreaField
            name="ca"
            label={sayLdap('authority')}
            help={sayLdap('authorityHelp')}
            rows={4}
            required={false}
          />
          <TextField
            name="bindDn"
            label={sayLdap('bindDn')}
            help={sayLdap('bindDnHelp')}
            autoComplete="off"
            required={false}
          />
          <PasswordField name="bindPassword" label={sayLdap('bindPassword')} help={help} required={false} />
          <TextField
            name="userBase"
            label={sayLdap('userBase')}
            help={sayLdap('userBaseHelp')}
            autoComplete="off"
            required={false}
          />
          <TextField
            name="groupBase"
            label={sayLdap('groupBase')}
            help={sayLdap('groupBaseHelp')}
            autoComplete="off"
            required={false}
          />
          <ConflictDialog save={save} />
        </Form>
        <ExchangeEnd connection={connection} />
      </Panel>
    </>
  );
}

const valuesOf = ({ ldap }: Connection): Values => ({
  host: ldap?.host ?? '',
  security: ldap?.security ?? 'ldaps',
  port: String(ldap?.port ?? 636),
  ca: ldap?.ca ?? '',
  bindDn: ldap?.bindDn ?? '',
  bindPassword: '',
  userBase: ldap?.userBase ?? '',
  groupBase: ldap?.groupBase ?? '',
});

/** A port that was not touched follows the encryption: 636 or 389. */
function bodyOf({ security, port, ...texts }: Omit<Values, 'bindPassword'>, { ldap }: Connection) {
  const cleared = Object.entries(texts).map(([name, text]) => [name, text.trim() || null] as const);
  const moved = security !== ldap?.security && port === String(ldap?.port);
  return { ...Object.fromEntries(cleared), security, ...(moved ? {} : { port: Number(port) }) };
}
