import { useForm } from 'react-hook-form';
import { Form, showToast, SwitchField, TextAreaField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { PATH, type Connection } from './sso.api';
import type { StepProps } from './step';

type Values = {
  emailAttribute: string;
  nameAttribute: string;
  groupsAttribute: string;
  jit: boolean;
  domains: string;
  mfaTrusted: boolean;
  mfaAcr: string;
};

/** What the attributes of a SAML provider mean here. */
export function AttributesForm({ connection, etag }: StepProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useSave<object>(`${PATH}/${connection.id}`, {
    method: 'patch',
    etag,
    refresh: [PATH],
    onSaved: () => showToast({ text: say('saved'), tone: 'success' }),
  });
  const needed = { required: say('required') };
  const trusted = form.watch('mfaTrusted');
  return (
    <Form form={form} onSubmit={(values) => save.save(bodyOf(values))} submitLabel={say('save')}>
      <TextField name="emailAttribute" label={say('emailAttribute')} rules={needed} />
      <TextField name="nameAttribute" label={say('nameAttribute')} rules={needed} />
      <TextField
        name="groupsAttribute"
        label={say('groupsAttribute')}
        help={say('groupsAttributeHelp')}
        required={false}
      />
      <SwitchField name="jit" label={say('jit')} help={say('jitHelp')} />
      <TextAreaField name="domains" label={say('domains')} help={say('domainsHelp')} rows={3} required={false} />
      <SwitchField name="mfaTrusted" label={say('mfaTrusted')} help={say('mfaTrustedHelp')} />
      {trusted && <TextField name="mfaAcr" label={say('mfaContext')} help={say('scopesHelp')} rules={needed} />}
      <ConflictDialog save={save} />
    </Form>
  );
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

const valuesOf = ({ saml, jit, domains, mfaTrusted, mfaAcr }: Connection): Values => ({
  emailAttribute: saml?.emailAttribute ?? '',
  nameAttribute: saml?.nameAttribute ?? '',
  groupsAttribute: saml?.groupsAttribute ?? '',
  jit,
  domains: domains.map(({ domain }) => domain).join('\n'),
  mfaTrusted,
  mfaAcr: mfaAcr.join(' '),
});

const bodyOf = ({ jit, mfaTrusted, mfaAcr, domains, groupsAttribute, ...names }: Values) => ({
  jit,
  mfaTrusted,
  mfaAcr: words(mfaAcr),
  domains: words(domains),
  saml: { ...names, groupsAttribute: groupsAttribute || null },
});
