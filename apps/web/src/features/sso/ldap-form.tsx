import { useForm } from 'react-hook-form';
import { Form, SwitchField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { say as sayLdap } from './ldap-messages';
import { NewcomerFields, newcomersOf, words, type Newcomers } from './meaning-fields';
import { say } from './messages';
import type { Connection } from './sso.api';
import { useStepSave, type StepProps } from './step';

type Values = Newcomers & {
  loginAttributes: string;
  keyAttribute: string;
  emailAttribute: string;
  nameAttribute: string;
  userClass: string;
  groupClass: string;
  nested: boolean;
  sync: boolean;
};

/** What the attributes of a directory mean here. */
export function LdapForm({ connection, etag }: StepProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useStepSave({ connection, etag });
  const needed = { required: say('required') };
  return (
    <Form form={form} onSubmit={(values) => save.save(bodyOf(values))} submitLabel={say('save')}>
      <TextField
        name="loginAttributes"
        label={sayLdap('loginAttributes')}
        help={sayLdap('loginAttributesHelp')}
        rules={needed}
      />
      <TextField name="keyAttribute" label={sayLdap('keyAttribute')} rules={needed} />
      <TextField name="emailAttribute" label={sayLdap('emailAttribute')} rules={needed} />
      <TextField name="nameAttribute" label={sayLdap('nameAttribute')} rules={needed} />
      <TextField name="userClass" label={sayLdap('userClass')} rules={needed} />
      <TextField name="groupClass" label={sayLdap('groupClass')} rules={needed} />
      <SwitchField name="nested" label={sayLdap('nested')} />
      <SwitchField name="sync" label={sayLdap('follow')} help={sayLdap('followHelp')} />
      <NewcomerFields />
      <ConflictDialog save={save} />
    </Form>
  );
}

const valuesOf = ({ ldap, ...connection }: Connection): Values => ({
  loginAttributes: ldap?.loginAttributes.join(' ') ?? '',
  keyAttribute: ldap?.keyAttribute ?? '',
  emailAttribute: ldap?.emailAttribute ?? '',
  nameAttribute: ldap?.nameAttribute ?? '',
  userClass: ldap?.userClass ?? '',
  groupClass: ldap?.groupClass ?? '',
  nested: ldap?.nested ?? true,
  sync: ldap?.sync ?? true,
  ...newcomersOf(connection),
});

const bodyOf = ({ jit, domains, loginAttributes, ...ldap }: Values) => ({
  jit,
  domains: words(domains),
  ldap: { ...ldap, loginAttributes: words(loginAttributes) },
});
