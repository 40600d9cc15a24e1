import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Form, PasswordField, TextField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { say as sayLdap } from './ldap-messages';
import { say } from './messages';
import { Outcome } from './test-outcome';
import { PATH, type Connection, type ConnectionTest } from './sso.api';
import { sampleKey } from './use-connection-test';

type Values = { login: string; password: string };

/** Tries a directory with somebody: looked up, or with their password signed in without being let in. */
export function LdapTest({ connection: { id, missing } }: { connection: Connection }) {
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<ConnectionTest>();
  const form = useForm<Values>({ defaultValues: { login: '', password: '' } });
  const save = useSave<object, ConnectionTest>(`${PATH}/${id}/ldap-tests`, {
    refresh: [PATH],
    onSaved: (found) => {
      form.resetField('password');
      setOutcome(found);
      if (found.claims) client.setQueryData(sampleKey(id), found);
    },
  });
  // Whoever was only looked up has not shown that signing in works.
  const [title, setTitle] = useState<string>();
  const handleSubmit = ({ login, password }: Values) => {
    setOutcome(undefined);
    setTitle(password ? undefined : sayLdap('found'));
    return save.save({ login, ...(password ? { password } : {}) });
  };
  return (
    <>
      <p>{sayLdap('testText')}</p>
      {missing.length === 0 && (
        <Form form={form} onSubmit={handleSubmit} submitLabel={sayLdap('look')}>
          <TextField
            name="login"
            label={sayLdap('login')}
            help={sayLdap('loginHelp')}
            autoComplete="off"
            rules={{ required: say('required') }}
          />
          <PasswordField
            name="password"
            label={sayLdap('loginPassword')}
            help={sayLdap('loginPasswordHelp')}
            required={false}
          />
        </Form>
      )}
      <div className="mt-3" aria-live="polite">
        {outcome && <Outcome outcome={outcome} title={title} />}
      </div>
    </>
  );
}
