import { useForm } from 'react-hook-form';
import { Form, SwitchField, TextAreaField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { say as sayLdap } from './ldap-messages';
import { say } from './messages';
import type { Connection } from './sso.api';
import { useStepSave, type StepProps } from './step';

type Values = {
  loginAttributes: string;
  keyAttribute: string;
  emailAttribute: string;
  nameAttribute: string;
  userClass: string;
  groupClass: string;
  nested: boolean;
  sync: boolean;
  jit: boolean;
  domains: string;
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
      <SwitchField name="jit" label={say('jit')} help={say('jitHelp')} />
      <TextAreaField name="domains" label={say('domains')} help={say('domainsHelp')} rows={3} required={false} />
      <ConflictDialog save={save} />
    </Form>
  );
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

const valuesOf = ({ ldap, jit, domains }: Connection): Values => ({
  loginAttributes: ldap?.loginAttributes.join(' ') ?? '',
  keyAttribute: ldap?.keyAttribute ?? '',
  emailAttribute: ldap?.emailAttribute ?? '',
  nameAttribute: ldap?.nameAttribute ?? '',
  userClass: ldap?.userClass ?? '',
  groupClass: ldap?.groupClass ?? '',
  nested: ldap?.nested ?? true,
  sync: ldap?.sync ?? true,
  jit,
  domains: domains.map(({ domain }) => domain).join('\n'),
});

const bodyOf = ({ jit, domains, loginAttributes, ...ldap }: Values) => ({
  jit,
  domains: words(domains),
  ldap: { ...ldap, loginAttributes: words(loginAttributes) },
});
